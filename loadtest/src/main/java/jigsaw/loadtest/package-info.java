/// The load test: a plan is sent to a server, measured, judged and reported.
///
/// In: the command line. Out: an HTML report, the same as JSON, verdicts on the terminal. Open
/// [LoadTestMain] first.
@NullMarked
package jigsaw.loadtest;

import org.jspecify.annotations.NullMarked;
