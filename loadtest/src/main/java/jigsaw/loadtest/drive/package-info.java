/// Sends the requests, by Hyperfoil; the only package that knows it and Netty.
///
/// In: a load and a source of visits. Out: calls to a recorder. Open loop: a visit begins when it
/// is due, whatever became of those before, and the latency of its requests counts from when they
/// were due. Open [Driver] first.
@NullMarked
package jigsaw.loadtest.drive;

import org.jspecify.annotations.NullMarked;
