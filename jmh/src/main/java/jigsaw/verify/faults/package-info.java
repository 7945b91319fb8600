/// Breaks what the server depends on while requests come in, and compares what happens with what
/// was promised.
///
/// In: the built programs. Out: a table of promise, figure and verdict, and an exit code.
/// Everything runs on the loopback address: a database, a Redis, a server and an open loop of
/// requests whose answers are compared byte by byte. Open [FaultsMain] first, then [Scene].
@NullMarked
package jigsaw.verify.faults;

import org.jspecify.annotations.NullMarked;
