package jigsaw.jmh;

import java.util.Locale;
import java.util.Optional;

/// One benchmark in a result file: its name with its parameters, time, and bytes allocated for each
/// operation if they were measured.
record BenchmarkResult(String name, Measurement time, Optional<Measurement> allocation) {
  /// Class, method and parameters, without the package.
  String shortName() {
    int method = name.lastIndexOf('.', name.indexOf(' ') < 0 ? name.length() : name.indexOf(' '));
    return name.substring(name.lastIndexOf('.', method - 1) + 1);
  }

  /// For a table; a dash if they were not measured.
  String allocatedBytes() {
    return allocation.map(bytes -> String.format(Locale.ROOT, "%,.1f", bytes.value())).orElse("-");
  }
}
