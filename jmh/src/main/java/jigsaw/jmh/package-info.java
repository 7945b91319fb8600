/// Runs the micro-benchmarks and compares their results.
///
/// In: the benchmarks, which stand in packages named as the code they measure, so that they reach
/// what is package-private there. Out: one JSON file and a table a run, a table of two runs, a page
/// of many. Open [JmhMain] first.
@NullMarked
package jigsaw.jmh;

import org.jspecify.annotations.NullMarked;
