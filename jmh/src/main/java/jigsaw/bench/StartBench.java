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
import java.util.function.ToDoubleFunction;
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
  private static final int WINDOW_SECONDS = 5;
  private static final double READY_LIMIT_MILLIS = 3_000;
  private static final double RATIO_LIMIT = 2;
  private static final double REFUSED_LIMIT_PERCENT = 10;

  /// The kind that the limits are for.
  private static final String GOAL = "AOT cache, warm-up";

  private static final Map<String, Map<String, String>> KINDS = kinds();

  @Mixin private StartOptions options = new StartOptions();

  private final Path home;
  private final Map<String, List<Start>> starts = new LinkedHashMap<>();

  StartBench(Path home) {
    this.home = home;
  }

  /// One start: milliseconds until ready, and then and later.
  private record Start(double readyMillis, Window first, Window steady) {}

  /// CPU microseconds a request, and the percentage that was not answered with 200.
  private record Window(double micros, double refused) {}

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
            Start start = measure(serve, load, kind.getValue());
            starts.computeIfAbsent(kind.getKey(), _ -> new ArrayList<>()).add(start);
          }
        }
      }
      print();
      return 0;
    } catch (IOException | EmbeddedException e) {
      System.err.println("jigsaw bench start: " + e.getMessage());
      return 1;
    }
  }

  private static Map<String, Map<String, String>> kinds() {
    Map<String, Map<String, String>> kinds = new LinkedHashMap<>();
    kinds.put(GOAL, Map.of());
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

  private Start measure(ServeCommand serve, Child load, Map<String, String> settings)
      throws IOException, InterruptedException {
    Map<String, String> all = new HashMap<>(settings);
    all.put("JIGSAW_CACHE_SIZE", "0");
    try (ServeCommand.Ready server = serve.start("start", all)) {
      Window first = window(server, load);
      if (options.settleSeconds > 0) {
        double _ = send(server, load, options.settleSeconds);
      }
      return new Start(server.readyMillis(), first, window(server, load));
    }
  }

  private Window window(ServeCommand.Ready server, Child load) throws IOException {
    long before = server.process().cpuMicros();
    double refused = send(server, load, WINDOW_SECONDS);
    long micros = server.process().cpuMicros() - before;
    return new Window((double) micros / (options.rate * WINDOW_SECONDS), refused);
  }

  /// Sends for so many seconds and returns which percentage was not answered with 200: a server
  /// that has just started may refuse some.
  private double send(ServeCommand.Ready server, Child load, int seconds) throws IOException {
    long answered = Latencies.Summary.parse(load.ask(server.port() + " " + seconds)).count();
    long sent = (long) options.rate * seconds;
    double refused = 100.0 * (sent - answered) / sent;
    if (refused > REFUSED_LIMIT_PERCENT) {
      throw new IOException(
          "only " + answered + " of " + sent + " requests were answered with 200");
    }
    return refused;
  }

  private void print() {
    System.out.printf(
        "%n%d starts of each kind, %,d requests a second, steady after %d s, %,d products%n%n",
        options.rounds, options.rate, WINDOW_SECONDS + options.settleSeconds, options.products);
    System.out.printf(
        "%-26s %9s %13s %12s %10s %13s %7s%n",
        "", "ready ms", "fastest-slow", "first 5 s µs", "refused %", "steady µs", "ratio");
    double steady = median(all(), start -> start.steady.micros);
    starts.forEach((kind, list) -> {
      double first = median(list, start -> start.first.micros);
      System.out.printf(
          "%-26s %9.0f %13s %12.0f %10.2f %13.0f %7.2f%n",
          kind,
          median(list, Start::readyMillis),
          range(list),
          first,
          median(list, start -> start.first.refused),
          median(list, start -> start.steady.micros),
          first / steady);
    });
    List<Start> best = starts.get(GOAL);
    if (best == null) {
      return;
    }
    double ratio = median(best, start -> start.first.micros) / steady;
    System.out.printf(
        "%nready with AOT cache and warm-up  ≤ %.0f ms  %s%n",
        READY_LIMIT_MILLIS,
        median(best, Start::readyMillis) <= READY_LIMIT_MILLIS ? "met" : "MISSED");
    System.out.printf(
        "its first 5 s ÷ steady of all     ≤ %.2f     %s%n",
        RATIO_LIMIT, ratio <= RATIO_LIMIT ? "met" : "MISSED");
  }

  private List<Start> all() {
    return starts.values().stream().flatMap(List::stream).toList();
  }

  private static String range(List<Start> list) {
    var millis = list.stream().mapToDouble(Start::readyMillis).summaryStatistics();
    return "%.0f-%.0f".formatted(millis.getMin(), millis.getMax());
  }

  private static double median(List<Start> list, ToDoubleFunction<Start> part) {
    return Line.median(list.stream().map(part::applyAsDouble).toList());
  }
}
