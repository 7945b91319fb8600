package jigsaw.jmh;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/// How benchmarks are run; what is not given here stands at the benchmark itself.
final class JmhOptions {
  @Option(names = "--forks", paramLabel = "N", description = "JVMs, one after the other.")
  Optional<Integer> forks = Optional.empty();

  @Option(names = "--warmups", paramLabel = "N", description = "Iterations before measuring.")
  Optional<Integer> warmups = Optional.empty();

  @Option(names = "--iterations", paramLabel = "N", description = "Iterations measured.")
  Optional<Integer> iterations = Optional.empty();

  @Option(names = "--millis", paramLabel = "N", description = "Length of an iteration.")
  Optional<Integer> millis = Optional.empty();

  @Option(
      names = "--prof",
      paramLabel = "NAME[:SETTINGS]",
      description = "A JMH profiler, such as stack or jfr; may be repeated (default: gc).")
  List<String> profilers = new ArrayList<>();

  @Option(
      names = "--result",
      paramLabel = "FILE",
      description = "Where the result goes (default: .jigsaw/jmh/TIME.json).")
  Optional<Path> result = Optional.empty();
}
