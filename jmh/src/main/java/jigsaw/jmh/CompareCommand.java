package jigsaw.jmh;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `jigsaw jmh compare`: tells whether one run is worse than another.
@Command(
    name = "compare",
    mixinStandardHelpOptions = true,
    description = {
      "Compares two results of 'jigsaw jmh': ratios with error bars.",
      "Allocated bytes decide the exit code; time only if --time-threshold is given."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:nothing is worse by more than the threshold",
      "1:something is",
      "2:an option is wrong, a file cannot be read, or no benchmark is in both"
    })
final class CompareCommand implements Callable<Integer> {
  private static final int NOTHING_TO_COMPARE = 2;

  @Parameters(index = "0", paramLabel = "BEFORE", description = "Result of the earlier run.")
  private Path before = Path.of("");

  @Parameters(index = "1", paramLabel = "AFTER", description = "Result of the later run.")
  private Path after = Path.of("");

  @Option(
      names = "--threshold",
      paramLabel = "SHARE",
      defaultValue = "0.05",
      description = "How many more bytes are accepted, as a share (default: ${DEFAULT-VALUE}).")
  private double threshold;

  @Option(
      names = "--time-threshold",
      paramLabel = "SHARE",
      description = "How much more time is accepted, as a share (default: any).")
  private Optional<Double> timeThreshold = Optional.empty();

  @Override
  public Integer call() {
    try {
      Map<String, BenchmarkResult> then = ResultFile.read(before);
      Map<String, BenchmarkResult> now = ResultFile.read(after);
      if (now.keySet().stream().noneMatch(then::containsKey)) {
        return refused("no benchmark is in both files");
      }
      Comparison comparison = new Comparison(then, now, threshold, timeThreshold);
      System.out.print(comparison.table());
      List<String> regressions = comparison.regressions();
      regressions.forEach(name -> System.out.println("Worse: " + name));
      return regressions.isEmpty() ? 0 : 1;
    } catch (IOException e) {
      return refused(String.valueOf(e.getMessage()));
    }
  }

  private static int refused(String why) {
    System.err.println("jigsaw jmh compare: " + why);
    return NOTHING_TO_COMPARE;
  }
}
