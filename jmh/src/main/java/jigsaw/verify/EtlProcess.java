package jigsaw.verify;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import jigsaw.bench.EtlDatabase;

/// A command of the `jigsaw` script against a database, as people run it.
final class EtlProcess implements AutoCloseable {
  private static final int LIMIT_MINUTES = 30;

  private final Process process;
  private final Path log;
  private final long startedNanos = System.nanoTime();

  private EtlProcess(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  static EtlProcess start(Path home, Path folder, EtlDatabase database, List<String> arguments)
      throws IOException {
    Path log = folder.resolve("etl.log");
    ProcessBuilder builder = new ProcessBuilder(home.resolve("jigsaw").toString());
    builder.command().addAll(arguments);
    builder.environment().putAll(database.settings());
    builder.environment().put("JIGSAW_REJECTS", folder.resolve("rejects.csv").toString());
    builder.redirectErrorStream(true).redirectOutput(log.toFile());
    return new EtlProcess(builder.start(), log);
  }

  /// Lets it run for so long, or until it ends by itself.
  ///
  /// @return whether it still runs
  boolean runFor(long millis) throws InterruptedException {
    return !process.waitFor(millis, TimeUnit.MILLISECONDS);
  }

  /// SIGKILL; returns when it is gone.
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /// Waits for its end.
  int exitCode() throws InterruptedException, IOException {
    if (!process.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES)) {
      throw new IOException("the ETL did not end within " + LIMIT_MINUTES + " minutes");
    }
    return process.exitValue();
  }

  double seconds() {
    return (System.nanoTime() - startedNanos) / 1e9;
  }

  /// The last line that it wrote.
  String lastLine() throws IOException {
    List<String> lines = Files.readAllLines(log, StandardCharsets.UTF_8);
    return lines.isEmpty() ? "" : lines.getLast();
  }

  String output() throws IOException {
    return Files.readString(log);
  }

  @Override
  public void close() {
    process.destroy();
  }
}
