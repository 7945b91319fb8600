package jigsaw.loadtest;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import jigsaw.loadtest.study.ScalingSheet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `loadtest scale FOLDER`.
@Command(
    name = "scale",
    mixinStandardHelpOptions = true,
    description = "Reckons what higher rates need from a folder of loadtest/studies/measure.")
final class ScaleCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FOLDER", description = "Measured.")
  private Path folder = Path.of("");

  @Option(
      names = "--rates",
      paramLabel = "N",
      split = ",",
      defaultValue = "10000,100000,1000000",
      description = "Requests/s (default: ${DEFAULT-VALUE}).")
  private List<Double> rates = List.of();

  @Option(
      names = "--busy",
      paramLabel = "SHARE",
      defaultValue = "0.6",
      description = "Of its time a processor may be at work (default: ${DEFAULT-VALUE}).")
  private double busy;

  @Option(
      names = "--price",
      paramLabel = "N",
      defaultValue = "0.04",
      description = "Of a processor for an hour, with its memory (default: ${DEFAULT-VALUE}).")
  private double price;

  @Override
  public Integer call() throws Exception {
    if (rates.stream().anyMatch(rate -> !(rate > 0))) {
      throw new IllegalArgumentException("--rates: expected numbers above 0");
    }
    System.out.print(ScalingSheet.of(folder, busy, price).markdown(rates));
    return LoadTestMain.PASSED;
  }
}
