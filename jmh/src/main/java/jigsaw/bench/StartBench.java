package jigsaw.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import jigsaw.embedded.EmbeddedException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `jigsaw bench start`: how soon the server is ready, and what its first requests cost.
@Command(
    name = "start",
    mixinStandardHelpOptions = true,
    description = {
      "Starts the server again and again, with and without the AOT cache and the warm-up, in turn.",
      "Prints medians: from exec to ready, and CPU microseconds a request in the first 5 s",
      "and in 5 s of steady state. No request is a cache hit, or the first would be dearer for that",
      "reason alone. Makes the AOT cache first. Linux only."
    })
final class StartBench implements Callable<Integer> {
  /// A server that has just started may refuse some requests.
  private static final double FIRST_REFUSED_LIMIT_PERCENT = 10;

  private static final Map<String, Map<String, String>> KINDS = kinds();

  @Mixin private StartOptions options = new StartOptions();

  private final Path home;
  private final Map<String, List<StartReport.Start>> starts = new LinkedHashMap<>();

  StartBench(Path home) {
    this.home = home;
  }

  @Override
  public Integer call() throws InterruptedException {
    Path folder = home.resolve(".jigsaw").resolve("bench");
    Map<String, Map<String, String>> kinds = new LinkedHashMap<>(KINDS);
    kinds.keySet().removeIf(kind -> !options.only.matcher(kind).find());
    if (kinds.isEmpty()) {
      System.err.println(
          "jigsaw bench start: --only: '" + options.only + "' is none of " + KINDS.keySet());
      return 2;
    }
    try {
      Files.createDirectories(folder);
      train();
      List<String> client =
          Child.java(
              FixedRateClient.class,
              Integer.toString(options.rate),
              Integer.toString(options.products));
      try (BenchCatalogue catalogue = BenchCatalogue.open(home, folder, options.products);
          Child load =
              Child.start("rate", options.loadCore, client, Map.of(), folder.resolve("rate.log"))) {
        ServeCommand serve = new ServeCommand(home, folder, options.serverCore, catalogue);
        for (int round = 1; round <= options.rounds; round++) {
          System.out.println("round " + round + " of " + options.rounds);
          for (var kind : kinds.entrySet()) {
            StartReport.Start start = measure(serve, load, kind.getValue());
            starts.computeIfAbsent(kind.getKey(), _ -> new ArrayList<>()).add(start);
          }
        }
      }
      System.out.print(new StartReport(starts, options).text());
      return 0;
    } catch (IOException | EmbeddedException e) {
      System.err.println("jigsaw bench start: " + e.getMessage());
      return 1;
    }
  }

  private static Map<String, Map<String, String>> kinds() {
    Map<String, Map<String, String>> kinds = new LinkedHashMap<>();
    kinds.put(StartReport.GOAL, Map.of());
    kinds.put("AOT cache, no warm-up", Map.of("JIGSAW_WARM_UP", "0"));
    kinds.put("no AOT cache, warm-up", Map.of("JIGSAW_AOT", "off"));
    kinds.put("no AOT cache, no warm-up", Map.of("JIGSAW_AOT", "off", "JIGSAW_WARM_UP", "0"));
    return kinds;
  }

  private void train() throws IOException, InterruptedException {
    ProcessBuilder aot = new ProcessBuilder(home.resolve("jigsaw").toString(), "aot").inheritIO();
    if (aot.start().waitFor() != 0) {
      throw new IOException("jigsaw aot failed");
    }
  }

  private StartReport.Start measure(ServeCommand serve, Child load, Map<String, String> settings)
      throws IOException, InterruptedException {
    Map<String, String> all = new HashMap<>(settings);
    all.put("JIGSAW_CACHE_SIZE", "0");
    try (ServeCommand.Ready server = serve.start("start", all)) {
      StartReport.Window first = window(server, load, FIRST_REFUSED_LIMIT_PERCENT);
      if (options.settleSeconds > 0) {
        double _ = send(server, load, options.settleSeconds, StartReport.REFUSED_LIMIT_PERCENT);
      }
      return new StartReport.Start(
          server.readyMillis(), first, window(server, load, StartReport.REFUSED_LIMIT_PERCENT));
    }
  }

  private StartReport.Window window(ServeCommand.Ready server, Child load, double refusedLimit)
      throws IOException {
    long before = server.process().cpuMicros();
    double refused = send(server, load, StartReport.WINDOW_SECONDS, refusedLimit);
    long micros = server.process().cpuMicros() - before;
    return new StartReport.Window(
        (double) micros / (options.rate * StartReport.WINDOW_SECONDS), refused);
  }

  /// Sends for so many seconds and returns which percentage was not answered with 200.
  private double send(ServeCommand.Ready server, Child load, int seconds, double refusedLimit)
      throws IOException {
    long answered = Latencies.Summary.parse(load.ask(server.port() + " " + seconds)).count();
    long sent = (long) options.rate * seconds;
    double refused = 100.0 * (sent - answered) / sent;
    if (refused > refusedLimit) {
      throw new IOException(
          "only " + answered + " of " + sent + " requests were answered with 200");
    }
    return refused;
  }
}
