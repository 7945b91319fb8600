/// What the public port answers: one file for each endpoint and the table of all routes.
///
/// In: a request. Out: the answer, mostly from the cache, or a problem that names the parameter at
/// fault. To add an endpoint, write one file here and one line in [Routes]. Open [Routes] first.
@NullMarked
package jigsaw.server.endpoints;

import org.jspecify.annotations.NullMarked;
