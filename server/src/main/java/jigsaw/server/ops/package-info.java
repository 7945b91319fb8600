/// The second port, for those who run the server.
///
/// In: the state of the server's parts. Out: whether the process lives, whether it can serve, its
/// metrics, a summary, and the levels of its log, which can be changed. Nothing here answers on the
/// public port. Open [OpsRoutes] first.
@NullMarked
package jigsaw.server.ops;

import org.jspecify.annotations.NullMarked;
