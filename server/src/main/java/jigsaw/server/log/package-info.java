/// How the server writes its own log.
///
/// In: what all packages say through SLF4J, and the settings of the log. Out: one entry a line on
/// standard error, as text or JSON, counted by level; levels can be changed while the server runs.
/// The access log is a thing apart. Open [Logging] first.
@NullMarked
package jigsaw.server.log;

import org.jspecify.annotations.NullMarked;
