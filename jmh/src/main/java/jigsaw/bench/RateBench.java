package jigsaw.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import jigsaw.embedded.EmbeddedException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `jigsaw bench rate`: how long answers take at a fixed rate.
@Command(
    name = "rate",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Sends requests for products, styles and related products of random ids at a fixed rate that",
      "does not wait for answers, to a server on one core with its default settings, and prints",
      "latencies. Each counts from when its request was due. Linux only."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:both goals are met", "1:one is missed, or something did not run"})
final class RateBench implements Callable<Integer> {
  private static final double MEAN_LIMIT_MILLIS = 5;
  private static final double P99_LIMIT_MILLIS = 20;

  @Option(
      names = "--rate",
      defaultValue = "2000",
      description = "Requests a second (default: ${DEFAULT-VALUE}).")
  private int rate;

  @Option(
      names = "--rounds",
      defaultValue = "5",
      description = "How often it is measured; the median counts (default: ${DEFAULT-VALUE}).")
  private int rounds;

  @Option(
      names = "--seconds",
      defaultValue = "30",
      description = "Length of one measurement (default: ${DEFAULT-VALUE}).")
  private int seconds;

  @Option(
      names = "--warm-up",
      defaultValue = "30",
      description = "Seconds of load before the first measurement (default: ${DEFAULT-VALUE}).")
  private int warmUpSeconds;

  @Option(
      names = "--products",
      defaultValue = "100000",
      description = "Size of the catalogue (default: ${DEFAULT-VALUE}).")
  private int products;

  @Option(
      names = "--server-core",
      defaultValue = "0",
      description = "Core of the server (default: ${DEFAULT-VALUE}).")
  private int serverCore;

  @Option(
      names = "--load-core",
      defaultValue = "1",
      description = "Core of the load and the database (default: ${DEFAULT-VALUE}).")
  private int loadCore;

  private final Path home;

  RateBench(Path home) {
    this.home = home;
  }

  @Override
  public Integer call() throws InterruptedException {
    Path folder = home.resolve(".jigsaw").resolve("bench");
    List<String> client =
        Child.java(FixedRateClient.class, Integer.toString(rate), Integer.toString(products));
    try {
      Files.createDirectories(folder);
      try (BenchCatalogue catalogue = BenchCatalogue.open(home, folder, products);
          Child load = Child.start("rate", loadCore, client, Map.of(), folder.resolve("rate.log"));
          ServeCommand.Ready server =
              new ServeCommand(home, folder, serverCore, catalogue).start("rate-serve", Map.of())) {
        return measure(server, load);
      }
    } catch (IOException | EmbeddedException e) {
      System.err.println("jigsaw bench rate: " + e.getMessage());
      return 1;
    }
  }

  private int measure(ServeCommand.Ready server, Child load) throws IOException {
    System.err.println("warm-up: " + warmUpSeconds + " s");
    var _ = load.ask(server.port() + " " + warmUpSeconds);
    System.out.printf(
        "%,d requests a second for %d s, random ids of %,d products; milliseconds%n%n",
        rate, seconds, products);
    System.out.printf(
        "%-8s %10s %8s %8s %8s %8s %8s %10s%n",
        "", "answered", "mean", "p50", "p99", "p99.9", "max", "CPU µs");
    Rounds done = new Rounds();
    for (int round = 1; round <= rounds; round++) {
      long before = server.process().cpuMicros();
      var result = Latencies.Summary.parse(load.ask(server.port() + " " + seconds));
      double micros =
          (double) (server.process().cpuMicros() - before) / Math.max(1, result.count());
      done.add(result);
      System.out.printf(
          "round %-2d %10d %8.2f %8.2f %8.2f %8.2f %8.2f %10.0f%n",
          round,
          result.count(),
          result.mean(),
          result.p50(),
          result.p99(),
          result.p999(),
          result.max(),
          micros);
    }
    return done.verdict((long) rate * seconds);
  }

  /// The results of all rounds.
  private static final class Rounds {
    private final List<Latencies.Summary> results = new ArrayList<>();

    void add(Latencies.Summary round) {
      results.add(round);
    }

    /// Prints it; 0 if it is good.
    int verdict(long sent) {
      double mean = Line.median(results.stream().map(Latencies.Summary::mean).toList());
      double p99 = Line.median(results.stream().map(Latencies.Summary::p99).toList());
      long fewest = results.stream().mapToLong(Latencies.Summary::count).min().orElse(0);
      System.out.printf(
          "%nall answered with 200   %s%n",
          fewest == sent ? "met" : "MISSED: " + fewest + " of " + sent);
      System.out.printf(
          "median mean %6.2f ms   < %2.0f ms   %s%n",
          mean, MEAN_LIMIT_MILLIS, mean < MEAN_LIMIT_MILLIS ? "met" : "MISSED");
      System.out.printf(
          "median p99  %6.2f ms   < %2.0f ms   %s%n",
          p99, P99_LIMIT_MILLIS, p99 < P99_LIMIT_MILLIS ? "met" : "MISSED");
      return fewest == sent && mean < MEAN_LIMIT_MILLIS && p99 < P99_LIMIT_MILLIS ? 0 : 1;
    }
  }
}
