package jigsaw.verify;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import jigsaw.bench.EtlDatabase;

/// Two catalogues, loaded in turn and disturbed in every way; after each disturbance the live
/// generation must be one of them, whole, and the same command once more must end as if nothing had
/// happened.
final class EtlChaos {
  private static final int DONE = 0;
  private static final int UNREACHABLE = 4;
  private static final int DATABASE_FAILED = 5;
  private static final int BUSY = 8;
  private static final double BUSY_SECONDS = 2;
  private static final double JVM_SECONDS = 1;
  private static final long POLL_MILLIS = 20;

  /// While tables are filled each has a connection of its own.
  private static final int LOADING_CONNECTIONS = 8;

  private final Path home;
  private final Path folder;
  private final EtlDatabase database;
  private final LiveTables tables;
  private final Random random;
  private final List<String> promises = new ArrayList<>();
  private final List<List<String>> references = new ArrayList<>();
  private double undisturbedSeconds;
  private int next;
  private boolean allKept = true;

  EtlChaos(Path home, Path folder, EtlDatabase database, Random random) {
    this.home = home;
    this.folder = folder;
    this.database = database;
    this.random = random;
    tables = new LiveTables(database);
  }

  /// Makes both catalogues and loads each once undisturbed.
  void prepare(int products) throws IOException, InterruptedException {
    for (int set = 0; set < 2; set++) {
      run(
          "generate",
          "--out",
          csv(set).toString(),
          "--products",
          Integer.toString(products),
          "--seed",
          Integer.toString(set + 1));
    }
    for (int set = 0; set < 2; set++) {
      try (EtlProcess etl = load(set)) {
        if (etl.exitCode() != DONE) {
          throw new IOException("the undisturbed load failed: " + etl.lastLine());
        }
        undisturbedSeconds = etl.seconds();
      }
      references.add(tables.checksums());
    }
    System.out.printf("an undisturbed load takes %.1f s%n", undisturbedSeconds);
  }

  /// Kills the ETL at random moments.
  void kill(int times) throws IOException, InterruptedException {
    int kept = 0;
    for (int number = 1; number <= times; number++) {
      long millis = (long) (random.nextDouble() * undisturbedSeconds * 1000);
      boolean running;
      try (EtlProcess etl = load(next)) {
        running = etl.runFor(millis);
        etl.kill();
      }
      String fault = recovery();
      kept += fault.isEmpty() ? 1 : 0;
      System.out.printf(
          "kill %2d after %5d ms%s: %s%n",
          number, millis, running ? "" : " (had ended)", fault.isEmpty() ? "recovered" : fault);
    }
    promise("ETL killed at " + times + " moments: same tables after a rerun", kept == times, kept);
  }

  /// A second run while one is loading.
  void second() throws IOException, InterruptedException {
    try (EtlProcess first = load(next)) {
      while (!tables.isLocked() && first.runFor(POLL_MILLIS)) {
        // The second one is to find the first at work.
      }
      try (EtlProcess second = load(1 - next)) {
        int exitCode = second.exitCode();
        // The start of the JVM is not the ETL's doing, but it is part of what a person waits for.
        double seconds = second.seconds();
        String line = second.lastLine();
        boolean kept =
            exitCode == BUSY && line.contains("since") && seconds < BUSY_SECONDS + JVM_SECONDS;
        promise(
            "second run: exit 8, says who and since when",
            kept,
            "exit %d after %.1f s: %s".formatted(exitCode, seconds, line));
      }
      if (first.exitCode() != DONE) {
        promise("the first run is not disturbed by the second", false, first.lastLine());
      }
      next = 1 - next;
    }
  }

  /// The connections of a run are cut.
  void cut() throws IOException, InterruptedException {
    try (EtlProcess etl = load(next)) {
      awaitLoading(etl);
      int cut = tables.cutOthers();
      int exitCode = etl.exitCode();
      String said = etl.output();
      boolean clear = exitCode == DATABASE_FAILED && said.contains("etl: ") && cut > 0;
      String fault = recovery();
      promise(
          "connections cut in the middle: exit 5, live generation intact, the rerun works",
          clear && fault.isEmpty(),
          "exit " + exitCode + ", " + cut + " cut" + (fault.isEmpty() ? "" : ", " + fault));
    }
  }

  /// The database is killed and comes back.
  void restart() throws IOException, InterruptedException {
    try (EtlProcess etl = load(next)) {
      awaitLoading(etl);
      if (!database.killAndRestart()) {
        System.out.println("database restarted: not shown, it is not this program's own");
        return;
      }
      int exitCode = etl.exitCode();
      String fault = recovery();
      promise(
          "database killed and restarted: exit 4 or 5, live generation intact, the rerun works",
          (exitCode == DATABASE_FAILED || exitCode == UNREACHABLE) && fault.isEmpty(),
          "exit " + exitCode + (fault.isEmpty() ? "" : ", " + fault));
    }
  }

  /// Prints what was promised and what came of it; whether all was kept.
  boolean report() {
    System.out.println();
    promises.forEach(System.out::println);
    return allKept;
  }

  private void awaitLoading(EtlProcess etl) throws IOException, InterruptedException {
    while (tables.otherConnections() < LOADING_CONNECTIONS && etl.runFor(POLL_MILLIS)) {
      // It has not come that far.
    }
  }

  /// Looks at what a disturbance left and runs the same load to its end.
  ///
  /// @return what is wrong, or nothing
  private String recovery() throws IOException, InterruptedException {
    if (!references.contains(tables.checksums())) {
      return "the live generation is not one of the catalogues";
    }
    try (EtlProcess again = load(next)) {
      if (again.exitCode() != DONE) {
        return "the rerun failed: " + again.lastLine();
      }
    }
    boolean same = tables.checksums().equals(references.get(next));
    next = 1 - next;
    List<String> leftovers = tables.leftovers();
    return same
        ? leftovers.isEmpty() ? "" : "left over: " + leftovers
        : "the rerun gave other tables";
  }

  private void promise(String promise, boolean kept, Object measured) {
    allKept &= kept;
    promises.add("%-6s %s: %s".formatted(kept ? "kept" : "MISSED", promise, measured));
  }

  private EtlProcess load(int set) throws IOException {
    return EtlProcess.start(
        home, folder, database, List.of("etl", "--csv", csv(set).toString(), "--quiet"));
  }

  private void run(String... arguments) throws IOException, InterruptedException {
    try (EtlProcess process = EtlProcess.start(home, folder, database, List.of(arguments))) {
      if (process.exitCode() != DONE) {
        throw new IOException("jigsaw " + arguments[0] + " failed: " + process.lastLine());
      }
    }
  }

  private Path csv(int set) {
    return folder.resolve("csv-" + set);
  }
}
