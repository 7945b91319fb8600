/// Runs the micro-benchmarks and compares their results.
///
/// In: the benchmarks, which stand in packages named as the code they measure, so that they reach
/// what is package-private there. Out: one JSON file a run, and a table of two of them. Open
/// [JmhMain] first.
@NullMarked
package jigsaw.jmh;

import org.jspecify.annotations.NullMarked;
