package jigsaw.jmh;

import java.util.Optional;

/// One benchmark in a result file: its name with its parameters, time, and bytes allocated for each
/// operation if they were measured.
record BenchmarkResult(String name, Measurement time, Optional<Measurement> allocation) {}
