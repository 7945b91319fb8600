/// Shows people how far a long step has come.
///
/// In: counts of finished rows. Out: a bar on a terminal, plain lines elsewhere. Open [Progress].
@NullMarked
package jigsaw.etl.progress;

import org.jspecify.annotations.NullMarked;
