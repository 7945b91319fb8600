package jigsaw.loadtest;

import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import jigsaw.loadtest.report.Comparison;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `loadtest compare A.json B.json`.
@Command(
    name = "compare",
    mixinStandardHelpOptions = true,
    description = "Compares two reports; exit code 1 if the second is worse.")
final class CompareCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "BEFORE", description = "A report.json.")
  private Path before = Path.of("");

  @Parameters(index = "1", paramLabel = "AFTER", description = "Another one.")
  private Path after = Path.of("");

  @Option(
      names = "--threshold",
      paramLabel = "RATIO",
      defaultValue = "1.25",
      description = "How much longer mean or p99 may take (default: ${DEFAULT-VALUE}).")
  private double threshold;

  @Override
  public Integer call() throws Exception {
    if (!(threshold >= 1)) {
      throw new IllegalArgumentException("--threshold: must be at least 1");
    }
    Comparison comparison = Comparison.of(before, after, threshold);
    Terminal terminal =
        new Terminal(new PrintWriter(System.out, true, Charset.defaultCharset()), false);
    terminal.say("median round of each load; latencies in ms, ratio after : before");
    comparison.rows().forEach(terminal::compared);
    return comparison.isRegression() ? LoadTestMain.MISSED : LoadTestMain.PASSED;
  }
}
