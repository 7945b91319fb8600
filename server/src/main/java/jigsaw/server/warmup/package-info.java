/// Practice before the first client comes.
///
/// In: the parts that answer, and the first generation that goes live. Out: code that the JVM has
/// compiled and database connections that are open. Requests of every kind go through a port of
/// their own with a cache of its own, so that nothing of it is counted or stays in memory. Open
/// [WarmUp] first.
@NullMarked
package jigsaw.server.warmup;

import org.jspecify.annotations.NullMarked;
