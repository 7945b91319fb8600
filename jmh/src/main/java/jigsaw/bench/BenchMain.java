package jigsaw.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import jigsaw.catalog.settings.CommandLines;
import jigsaw.embedded.EmbeddedException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `jigsaw bench`: what a request costs the server and what it costs simpler programs.
@Command(
    name = "jigsaw bench",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Runs the server, bare Netty, nginx, Vert.x and a JDBC loop side by side and prints",
      "CPU microseconds a request (user and system) as medians over interleaved rounds.",
      "Linux only: CPU time is read from /proc. For a first look: --rounds 3 --seconds 4"
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:all ran, whatever the ratios are",
      "1:something did not run",
      "2:an option is wrong"
    })
public final class BenchMain implements Callable<Integer> {
  @Mixin private BenchOptions options = new BenchOptions();

  private final Path home;

  private BenchMain(Path home) {
    this.home = home;
  }

  public static void main(String[] arguments) {
    Map<String, String> environment = System.getenv();
    Path home = Path.of(environment.getOrDefault("JIGSAW_HOME", "")).toAbsolutePath();
    CommandLine commandLine = CommandLines.of(new BenchMain(home), environment);
    commandLine.addSubcommand(CommandLines.of(new StartBench(home), environment));
    commandLine.addSubcommand(CommandLines.of(new MemoryBench(home), environment));
    commandLine.addSubcommand(CommandLines.of(new RateBench(home), environment));
    commandLine.addSubcommand(CommandLines.of(new EtlBench(home), environment));
    System.exit(commandLine.execute(arguments));
  }

  @Override
  public Integer call() throws InterruptedException {
    Path folder = home.resolve(".jigsaw").resolve("bench");
    try {
      Files.createDirectories(folder);
      try (BenchCatalogue catalogue = BenchCatalogue.open(home, folder, options.products);
          Contestants all = new Contestants(home, folder, options, catalogue)) {
        all.start();
        Contest contest = new Contest(all.list());
        contest.warmUp(options.warmUpSeconds);
        for (int round = 1; round <= options.rounds; round++) {
          contest.round(round, options.seconds);
        }
        print(contest.result(), all.partsOfPage());
      }
      return 0;
    } catch (IOException | EmbeddedException e) {
      System.err.println("jigsaw bench: " + e.getMessage());
      return 1;
    }
  }

  private void print(Map<String, Line> lines, double partsOfPage) {
    System.out.printf(
        "%d rounds of %d s after %d s of warm-up, %d connections, load from %s, %d products%n%n",
        options.rounds,
        options.seconds,
        options.warmUpSeconds,
        options.connections,
        Load.generator(),
        options.products);
    System.out.printf(
        "%-38s %12s %8s %12s %8s%n", "", "µs/request", "spread", "requests/s", "RSS MiB");
    for (Line line : lines.values()) {
      System.out.printf(
          "%-38s %12.2f %7.0f%% %12.0f %8d%s%n",
          line.name(),
          line.median(),
          line.spread() * 100,
          line.medianRate(),
          line.residentMib(),
          line.noisy() ? "   noisy" : "");
    }
    System.out.println();
    new Goals(lines, partsOfPage).verdicts().forEach(System.out::println);
  }
}
