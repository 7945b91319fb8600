/// Clients that want to harm a server, and what a well-behaved one notices of them.
///
/// In: a server of its own. Out: a table of promises and what was measured. Open
/// [jigsaw.embedded.hostile.VerifyHostileMain] first, then [jigsaw.embedded.hostile.Attacks].
@NullMarked
package jigsaw.embedded.hostile;

import org.jspecify.annotations.NullMarked;
