/// The access log: one line for each answered request, or for a sample of them.
///
/// In: what event loops tell of requests that they have answered. Out: lines on standard output or
/// in a file, written by a thread of their own. An event loop never waits: what is too much is
/// dropped and counted. Open [AccessLogWriter] first.
@NullMarked
package jigsaw.server.accesslog;

import org.jspecify.annotations.NullMarked;
