/// Promises of the ETL that need real processes and real failures to be shown.
///
/// In: nothing but options. Out: a table of promise and outcome, and an exit code. Open
/// [EtlChaosMain] first.
@NullMarked
package jigsaw.verify;

import org.jspecify.annotations.NullMarked;
