package jigsaw.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import jigsaw.embedded.EmbeddedException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `jigsaw bench memory`: what a server with a small heap takes of the machine in the long run.
@Command(
    name = "memory",
    mixinStandardHelpOptions = true,
    description = {
      "Loads a server with a small heap until it has answered so many requests, in turn for a few",
      "products and for all, and prints its resident memory. Linux only."
    })
final class MemoryBench implements Callable<Integer> {
  private static final int TURN_SECONDS = 10;
  private static final long REPORT_EVERY = 1_000_000;
  private static final int LOAD_CORE = 1;

  @Option(
      names = "--requests",
      defaultValue = "10000000",
      description = "How many requests (default: ${DEFAULT-VALUE}).")
  private long requests;

  @Option(
      names = "--minutes",
      defaultValue = "60",
      description = "Longest time; ends earlier then (default: ${DEFAULT-VALUE}).")
  private int minutes;

  @Option(
      names = "--java-opts",
      defaultValue = "-Xmx96m",
      description = "Options of the server's JVM (default: ${DEFAULT-VALUE}).")
  private String javaOptions = "";

  @Option(
      names = "--cache-size",
      defaultValue = "32MiB",
      description = "The server's cache (default: ${DEFAULT-VALUE}).")
  private String cacheSize = "";

  @Option(
      names = "--limit",
      defaultValue = "256",
      description = "MiB that may be resident (default: ${DEFAULT-VALUE}).")
  private long limitMib;

  @Option(
      names = "--connections",
      defaultValue = "64",
      description = "Keep-alive connections (default: ${DEFAULT-VALUE}).")
  private int connections;

  @Option(
      names = "--products",
      defaultValue = "100000",
      description = "Size of the catalogue (default: ${DEFAULT-VALUE}).")
  private int products;

  private final Path home;

  MemoryBench(Path home) {
    this.home = home;
  }

  @Override
  public Integer call() throws InterruptedException {
    Path folder = home.resolve(".jigsaw").resolve("bench");
    try {
      Files.createDirectories(folder);
      try (BenchCatalogue catalogue = BenchCatalogue.open(home, folder, products);
          ServeCommand.Ready server =
              new ServeCommand(home, folder, 0, catalogue).start("start", settings())) {
        return run(folder, catalogue, server);
      }
    } catch (IOException | EmbeddedException e) {
      System.err.println("jigsaw bench memory: " + e.getMessage());
      return 1;
    }
  }

  private Map<String, String> settings() {
    Map<String, String> settings = new HashMap<>(ServeCommand.PATIENT);
    settings.put("JIGSAW_JAVA_OPTS", javaOptions);
    settings.put("JIGSAW_CACHE_SIZE", cacheSize);
    return settings;
  }

  private int run(Path folder, BenchCatalogue catalogue, ServeCommand.Ready server)
      throws IOException, InterruptedException {
    Load few = new Load(folder, LOAD_CORE, connections, catalogue.fewProducts(), "");
    Load all = new Load(folder, LOAD_CORE, connections, catalogue.allProducts(), "");
    long start = System.nanoTime();
    long end = start + TimeUnit.MINUTES.toNanos(minutes);
    long cpuBefore = server.process().cpuMicros();
    long answered = 0;
    long reported = 0;
    report(server, 0);
    for (int turn = 0; answered < requests && System.nanoTime() < end; turn++) {
      answered += (turn % 2 == 0 ? few : all).send(server.port(), TURN_SECONDS);
      if (answered - reported >= REPORT_EVERY) {
        reported = answered;
        report(server, answered);
      }
    }
    long resident = report(server, answered);
    long cpu = server.process().cpuMicros() - cpuBefore;
    boolean complete = answered >= requests;
    System.out.printf(
        "%s, cache %s, %.1f CPU µs a request: %d MiB resident after %,d requests, goal ≤ %d  %s%n",
        javaOptions,
        cacheSize,
        (double) cpu / Math.max(1, answered),
        resident,
        answered,
        limitMib,
        resident > limitMib ? "MISSED" : complete ? "met" : "not enough requests to judge");
    return resident <= limitMib && complete ? 0 : 1;
  }

  private static long report(ServeCommand.Ready server, long answered) throws IOException {
    long resident = server.process().residentMib();
    System.out.printf("%,12d requests  %4d MiB%n", answered, resident);
    return resident;
  }
}
