package jigsaw.embedded.verify;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A command of the `jigsaw` script, run as people run it; what it writes goes to a file of its
/// own.
final class EtlProcess implements AutoCloseable {
  private static final int LIMIT_MINUTES = 30;

  private final Process process;
  private final Path log;
  private final long startedNanos;

  private EtlProcess(Process process, Path log, long startedNanos) {
    this.process = process;
    this.log = log;
    this.startedNanos = startedNanos;
  }

  /// Starts what `builder` describes; the log is made in `folder` and deleted at the end.
  static EtlProcess start(ProcessBuilder builder, Path folder) throws IOException {
    Path log = Files.createTempFile(folder, "etl", ".log");
    builder.redirectErrorStream(true).redirectOutput(log.toFile());
    long startedNanos = System.nanoTime();
    return new EtlProcess(builder.start(), log, startedNanos);
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
  Ending end() throws InterruptedException, IOException {
    if (!process.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES)) {
      throw new IOException("the ETL did not end within " + LIMIT_MINUTES + " minutes");
    }
    double seconds = (System.nanoTime() - startedNanos) / 1e9;
    List<String> lines = Files.readAllLines(log, StandardCharsets.UTF_8);
    return new Ending(process.exitValue(), seconds, lines);
  }

  @Override
  public void close() throws IOException {
    process.destroyForcibly();
    Files.deleteIfExists(log);
  }

  /// How it ended, how long it took, what it wrote.
  record Ending(int exitCode, double seconds, List<String> lines) {
    Ending {
      lines = List.copyOf(lines);
    }

    /// The one line that tells what went wrong; the last line if there is none.
    String message() {
      return lines.stream()
          .filter(line -> line.startsWith("etl: "))
          .findFirst()
          .orElse(lines.isEmpty() ? "" : lines.getLast());
    }
  }
}
