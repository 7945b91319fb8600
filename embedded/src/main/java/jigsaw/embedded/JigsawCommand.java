package jigsaw.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/// A command of the `jigsaw` script, run as a process of its own exactly as a person would run it.
/// Settings go through the environment, where other users of the machine cannot read them.
final class JigsawCommand implements AutoCloseable {
  private static final int STOP_LIMIT_SECONDS = 30;

  /// What of these holds for the demo is handed on as an option.
  private static final Set<String> OF_GENERATOR_AND_ETL =
      Set.of(
          "JIGSAW_CSV",
          "JIGSAW_DIRT",
          "JIGSAW_DRY_RUN",
          "JIGSAW_FORCE",
          "JIGSAW_MAX_REJECTS",
          "JIGSAW_OUT",
          "JIGSAW_PRODUCT_DOCUMENTS",
          "JIGSAW_PRODUCTS",
          "JIGSAW_QUIET",
          "JIGSAW_REJECTS",
          "JIGSAW_REPORT",
          "JIGSAW_SEED",
          "JIGSAW_STYLES_DOCUMENTS");

  private final Process process;

  private JigsawCommand(Process process) {
    this.process = process;
  }

  /// The argument by which [Orphans] finds programs that a demo on this folder has started.
  static String marker(DataFolder folder) {
    return "-Djigsaw.demo=" + folder.path();
  }

  /// Starts `jigsaw` with `arguments`; its output goes where the output of this process goes.
  static JigsawCommand start(
      Path home, DataFolder folder, Map<String, String> settings, List<String> arguments) {
    return start(folder, settings, command(home, arguments), new ProcessBuilder().inheritIO());
  }

  /// As above, within limits and with its output in a file.
  static JigsawCommand start(
      Path home,
      DataFolder folder,
      Map<String, String> settings,
      List<String> arguments,
      Confinement confinement,
      Path log) {
    ProcessBuilder builder =
        new ProcessBuilder().redirectErrorStream(true).redirectOutput(log.toFile());
    return start(folder, settings, confinement.wrap(command(home, arguments)), builder);
  }

  private static List<String> command(Path home, List<String> arguments) {
    List<String> command = new ArrayList<>(List.of(home.resolve("jigsaw").toString()));
    command.addAll(arguments);
    return command;
  }

  private static JigsawCommand start(
      DataFolder folder,
      Map<String, String> settings,
      List<String> command,
      ProcessBuilder builder) {
    builder.command(command);
    // What a person has set for programs that run alone does not hold for the demo's own.
    builder.environment().keySet().removeIf(JigsawCommand::isForOthers);
    builder.environment().putAll(settings);
    builder.environment().put("JIGSAW_BUILT", "yes");
    builder.environment().put("JIGSAW_DEMO", folder.path().toString());
    try {
      return new JigsawCommand(builder.start());
    } catch (IOException e) {
      throw new EmbeddedException("cannot start " + command + ": " + e.getMessage(), e);
    }
  }

  private static boolean isForOthers(String variable) {
    return variable.startsWith("JIGSAW_DB_")
        || variable.startsWith("JIGSAW_REDIS_")
        || OF_GENERATOR_AND_ETL.contains(variable);
  }

  /// Waits for the end of the program.
  ///
  /// @return its exit code
  int await() throws InterruptedException {
    return process.waitFor();
  }

  /// Waits for the end, but not longer than so many milliseconds.
  boolean endsWithin(int millis) throws InterruptedException {
    return process.waitFor(millis, TimeUnit.MILLISECONDS);
  }

  long pid() {
    return process.pid();
  }

  boolean isRunning() {
    return process.isAlive();
  }

  /// As Ctrl-C does; returns at once.
  void askToEnd() {
    process.destroy();
  }

  /// Asks the program to end, waits for it, and ends it by force if it does not.
  @Override
  public void close() {
    process.destroy();
    try {
      if (!endsWithin(STOP_LIMIT_SECONDS * 1000)) {
        process.destroyForcibly();
        process.waitFor();
      }
    } catch (InterruptedException _) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  /// Starts commands of one demo: their settings, then their arguments.
  interface Launcher {
    JigsawCommand start(Map<String, String> settings, List<String> arguments);
  }
}
