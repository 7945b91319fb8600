package jigsaw.embedded.verify;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jigsaw.embedded.verify.EtlProcess.Ending;

/// Two catalogues that are loaded in turn into one database. After each disturbance the live
/// generation must be whole, and the same command once more must end as if nothing had happened.
final class Stage {
  private static final int DONE = 0;
  private static final int SEVERAL = 4;

  /// Settings of a person's own loads, which are none of these.
  private static final String SETTINGS = "JIGSAW_";

  private static final String JVM_OPTIONS = "JIGSAW_JAVA_OPTS";

  private final Path home;
  private final Path folder;
  private final int products;
  private final LoadedDatabase database;
  private final LiveTables tables;
  private final List<List<String>> references = new ArrayList<>();
  private double undisturbedSeconds = Double.MAX_VALUE;
  private int next;

  /// @param products the size of each catalogue
  Stage(Path home, Path folder, int products, LoadedDatabase database) {
    this.home = home;
    this.folder = folder;
    this.products = products;
    this.database = database;
    tables = new LiveTables(database);
  }

  /// Makes both catalogues.
  void generate() throws IOException, InterruptedException {
    for (int set = 0; set < 2; set++) {
      generate(csv(set), products, set + 1);
    }
  }

  /// Makes a catalogue that takes some times as long to load.
  ///
  /// @return its folder
  Path generateLong(int times) throws IOException, InterruptedException {
    Path csv = folder.resolve("csv-long");
    generate(csv, products * times, 1);
    return csv;
  }

  /// Loads each catalogue once undisturbed; what the tables are like then is the reference.
  void loadBoth() throws IOException, InterruptedException {
    for (int set = 0; set < 2; set++) {
      try (EtlProcess etl = load()) {
        Ending ending = etl.end();
        require(ending, "the undisturbed load");
        // Whatever else the machine does makes loads longer, and moments must not lie behind the
        // end.
        undisturbedSeconds = Math.min(undisturbedSeconds, ending.seconds());
      }
      references.add(tables.checksums());
      next = 1 - next;
    }
  }

  /// How long the shorter of the undisturbed loads took, with the start of its JVM.
  double undisturbedSeconds() {
    return undisturbedSeconds;
  }

  /// A stage with the same catalogues and another, empty database.
  Stage with(LoadedDatabase other) {
    return new Stage(home, folder, products, other);
  }

  LoadedDatabase database() {
    return database;
  }

  LiveTables tables() {
    return tables;
  }

  /// The size of each catalogue.
  int products() {
    return products;
  }

  /// The project's folder.
  Path home() {
    return home;
  }

  /// A folder that belongs to this run, on the disk.
  Path folder() {
    return folder;
  }

  /// The files that the next load reads.
  Path csv() {
    return csv(next);
  }

  /// Starts the next load.
  EtlProcess load() throws IOException {
    return start(csv());
  }

  /// Starts a load of other files.
  EtlProcess start(Path csv) throws IOException {
    ProcessBuilder command = loadCommand(database.settings());
    command.command().add("--csv=" + csv);
    return EtlProcess.start(command, folder);
  }

  /// The command of the next load, with other settings for the database.
  ProcessBuilder loadCommand(Map<String, String> settings) {
    return command(
        List.of("etl", "--csv=" + csv(), "--rejects=" + folder.resolve("rejects.csv"), "--quiet"),
        settings);
  }

  /// Waits until rows go into several tables, or the load has ended.
  void awaitLoading(EtlProcess etl) throws IOException, InterruptedException {
    while (tables.tablesBeingFilled() < SEVERAL && etl.runFor(LiveTables.POLL_MILLIS)) {
      // It has not come that far.
    }
  }

  /// Looks at what a disturbance left and runs the same command to its end.
  ///
  /// @param wentLive whether the disturbed load had already made its generation the live one
  /// @return what is wrong, or nothing
  String recovery(boolean wentLive) throws IOException, InterruptedException {
    List<String> live = tables.checksums();
    if (!live.equals(references.get(wentLive ? next : 1 - next))) {
      return "the live generation has changed";
    }
    try (EtlProcess again = load()) {
      Ending ending = again.end();
      if (ending.exitCode() != DONE) {
        return "the rerun ended with " + ending.exitCode() + ": " + ending.message();
      }
    }
    return finished();
  }

  /// Looks at what a load that has ended well left; the other catalogue comes next.
  ///
  /// @return what is wrong, or nothing
  String finished() throws IOException {
    boolean same = tables.checksums().equals(references.get(next));
    next = 1 - next;
    List<String> leftovers = tables.leftovers();
    if (!same) {
      return "other tables than an undisturbed load";
    }
    return leftovers.isEmpty() ? "" : "left over: " + leftovers;
  }

  private void generate(Path csv, int size, int seed) throws IOException, InterruptedException {
    List<String> arguments =
        List.of("generate", "--out=" + csv, "--products=" + size, "--seed=" + seed, "--quiet");
    try (EtlProcess generator = EtlProcess.start(command(arguments, Map.of()), folder)) {
      require(generator.end(), "generate");
    }
  }

  private ProcessBuilder command(List<String> arguments, Map<String, String> settings) {
    List<String> command = new ArrayList<>(List.of(home.resolve("jigsaw").toString()));
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command);
    builder
        .environment()
        .keySet()
        .removeIf(key -> key.startsWith(SETTINGS) && !key.equals(JVM_OPTIONS));
    builder.environment().putAll(settings);
    // Nothing is built between two loads, and none of their time is looking for what to build.
    builder.environment().put("JIGSAW_BUILT", "yes");
    return builder;
  }

  private Path csv(int set) {
    return folder.resolve("csv-" + set);
  }

  private static void require(Ending ending, String what) throws IOException {
    if (ending.exitCode() != DONE) {
      throw new IOException(what + " failed: " + ending.message());
    }
  }
}
