package jigsaw.jmh;

import java.util.Locale;
import java.util.Map;

/// One run, a benchmark a line: JMH's own table has a column for every parameter of any benchmark
/// and a line for every figure of a profiler.
record ResultTable(Map<String, BenchmarkResult> results) {
  /// With a line of headings.
  String text() {
    int width = results.values().stream().mapToInt(one -> one.shortName().length()).max().orElse(1);
    String format = "%-" + width + "s  %28s  %12s%n";
    StringBuilder text =
        new StringBuilder(String.format(Locale.ROOT, format, "benchmark", "", "B/op"));
    results
        .values()
        .forEach(one ->
            text.append(
                String.format(
                    Locale.ROOT, format, one.shortName(), one.time(), one.allocatedBytes())));
    return text.toString();
  }
}
