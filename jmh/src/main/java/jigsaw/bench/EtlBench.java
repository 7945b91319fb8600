package jigsaw.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import jigsaw.embedded.EmbeddedException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `jigsaw bench etl`: what the ETL takes beside a plain load of files that are clean already.
@Command(
    name = "etl",
    mixinStandardHelpOptions = true,
    description = {
      "Loads a catalogue with the ETL, and the same rows from clean files with nothing but one",
      "LOAD DATA LOCAL a table, in turn, on the same database. Prints medians and ratios."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:both ratios are met", "1:one is missed, or something did not run"})
final class EtlBench implements Callable<Integer> {
  private static final double ROWS_LIMIT = 1.15;
  private static final double ALL_LIMIT = 1.5;
  private static final int POLL_MILLIS = 50;

  @Option(
      names = "--rounds",
      defaultValue = "3",
      description = "How often each is measured (default: ${DEFAULT-VALUE}).")
  private int rounds;

  @Option(
      names = "--products",
      defaultValue = "100000",
      description = "Size of the generated catalogue (default: ${DEFAULT-VALUE}).")
  private int products;

  @Option(names = "--csv", paramLabel = "DIR", description = "Take these files instead.")
  private Optional<Path> csv = Optional.empty();

  private final Path home;
  private final Map<String, List<Run>> runs = new LinkedHashMap<>();

  EtlBench(Path home) {
    this.home = home;
  }

  /// One load: wall-clock seconds, CPU seconds of client and database, the client's peak memory.
  private record Run(double seconds, double clientCpu, double databaseCpu, double peakMib) {}

  @Override
  public Integer call() throws InterruptedException {
    Path folder = home.resolve(".jigsaw").resolve("bench").resolve("etl");
    try {
      Files.createDirectories(folder);
      try (EtlDatabase database = EtlDatabase.start(folder.resolve("db"))) {
        Path files = csv.isPresent() ? csv.get() : generated(folder.resolve("csv"), database);
        CleanTables clean = database.cleanTables(folder.resolve("clean"));
        etl(database, List.of("--csv", files.toString(), "--max-rejects", "100%", "--force"));
        clean.export(database.liveGeneration());
        for (int round = 1; round <= rounds; round++) {
          System.out.println("round " + round + " of " + rounds);
          add("clean files, rows only", baseline(clean, database));
          add("ETL, rows only", etl(database, options(files, "--rows-only")));
          add("ETL, rows and documents", etl(database, options(files)));
        }
      }
      return print() ? 0 : 1;
    } catch (IOException | EmbeddedException e) {
      System.err.println("jigsaw bench etl: " + e.getMessage());
      return 1;
    }
  }

  private static List<String> options(Path files, String... more) {
    List<String> options = new ArrayList<>(List.of(more));
    options.addAll(List.of("--csv", files.toString(), "--max-rejects", "100%", "--quiet"));
    return options;
  }

  private void add(String name, Run run) {
    runs.computeIfAbsent(name, _ -> new ArrayList<>()).add(run);
    System.out.printf("  %-26s %7.1f s%n", name, run.seconds());
  }

  private Path generated(Path folder, EtlDatabase database)
      throws IOException, InterruptedException {
    jigsaw(
        database, "generate", "--out", folder.toString(), "--products", Integer.toString(products));
    return folder;
  }

  private static Run baseline(CleanTables clean, EtlDatabase database) throws IOException {
    CpuClock own = new CpuClock(ProcessHandle.current().pid());
    long client = own.micros();
    long server = database.cpuMicros();
    double seconds = clean.load();
    return new Run(
        seconds, (own.micros() - client) / 1e6, (database.cpuMicros() - server) / 1e6, 0);
  }

  private Run etl(EtlDatabase database, List<String> options)
      throws IOException, InterruptedException {
    List<String> arguments = new ArrayList<>(List.of("etl"));
    arguments.addAll(options);
    return jigsaw(database, arguments.toArray(String[]::new));
  }

  /// Runs a command of the script, which becomes the program itself. What it has used is read until
  /// it ends, so that up to a poll's length of it is missed.
  private Run jigsaw(EtlDatabase database, String... arguments)
      throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(home.resolve("jigsaw").toString());
    builder.command().addAll(List.of(arguments));
    builder.environment().putAll(database.settings());
    builder
        .environment()
        .put("JIGSAW_REJECTS", home.resolve(".jigsaw/bench/rejects.csv").toString());
    builder.redirectErrorStream(true);
    builder.redirectOutput(home.resolve(".jigsaw/bench/etl.log").toFile());
    long server = database.cpuMicros();
    long start = System.nanoTime();
    Process process = builder.start();
    long cpu = 0;
    long peak = 0;
    try {
      while (!process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
        try {
          cpu = new CpuClock(process.pid()).micros();
          peak = Math.max(peak, new ProcessMemory(process.pid()).peakKib());
        } catch (IOException e) {
          // It has just ended.
        }
      }
    } finally {
      process.destroy();
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    if (process.exitValue() != 0) {
      throw new IOException(
          "jigsaw " + String.join(" ", arguments) + " failed, see .jigsaw/bench/etl.log");
    }
    return new Run(seconds, cpu / 1e6, (database.cpuMicros() - server) / 1e6, peak / 1024.0);
  }

  private boolean print() {
    System.out.printf(
        "%n%-26s %8s %7s %11s %13s %9s%n",
        "", "wall s", "ratio", "client CPU s", "database CPU s", "peak MiB");
    double base = median("clean files, rows only", Run::seconds);
    runs.keySet()
        .forEach(name ->
            System.out.printf(
                "%-26s %8.1f %7.2f %12.1f %14.1f %9.0f%n",
                name,
                median(name, Run::seconds),
                median(name, Run::seconds) / base,
                median(name, Run::clientCpu),
                median(name, Run::databaseCpu),
                median(name, Run::peakMib)));
    System.out.println();
    boolean rows = met("rows", "ETL, rows only", base, ROWS_LIMIT);
    boolean all = met("rows and documents", "ETL, rows and documents", base, ALL_LIMIT);
    return rows && all;
  }

  private boolean met(String what, String name, double base, double limit) {
    double ratio = median(name, Run::seconds) / base;
    boolean met = ratio <= limit;
    System.out.printf("%-20s %5.2f  goal ≤ %.2f  %s%n", what, ratio, limit, met ? "met" : "MISSED");
    return met;
  }

  private double median(String name, ToDoubleFunction<Run> part) {
    return Line.median(
        runs.getOrDefault(name, List.of()).stream().map(part::applyAsDouble).toList());
  }
}
