/// The server as a whole: its settings, and the one place where all its parts are made.
///
/// In: options and the environment. Out: two open ports, until the process is told to stop. Open
/// [Server] first: it shows every part and who knows whom.
@NullMarked
package jigsaw.server;

import org.jspecify.annotations.NullMarked;
