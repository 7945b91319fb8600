/// The last look at a generation before it becomes visible ([Verification]).
///
/// In: what was read from the files and sent to the database. Out: nothing, or a
/// [VerificationException] that says what does not fit.
@NullMarked
package jigsaw.etl.verify;

import org.jspecify.annotations.NullMarked;
