/// Promises of the ETL that need real processes and real failures to be shown.
///
/// In: nothing but options. Out: a table of promise and outcome, and an exit code. A [Stage] has
/// two catalogues that are loaded in turn; each [Fault] disturbs one load, and the stage then says
/// what is wrong with what is left. Open [VerifyEtlMain] first.
@NullMarked
package jigsaw.embedded.verify;

import org.jspecify.annotations.NullMarked;
