package jigsaw.embedded;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A program that this process has started and will stop; its output goes to a file.
final class ChildProcess implements AutoCloseable {
  private static final Duration START_LIMIT = Duration.ofMinutes(2);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(30);
  private static final int POLL_MILLIS = 10;

  private final String name;
  private final Process process;
  private final Path log;

  private ChildProcess(String name, Process process, Path log) {
    this.name = name;
    this.process = process;
    this.log = log;
  }

  /// Starts `command` and hands it `input` as its standard input.
  static ChildProcess start(String name, List<String> command, Path log, String input) {
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
    try {
      Process process = builder.start();
      ChildProcess child = new ChildProcess(name, process, log);
      child.write(input);
      return child;
    } catch (IOException e) {
      throw new EmbeddedException("cannot start " + name + ": " + e.getMessage(), e);
    }
  }

  /// Waits until the program has written `readyText`.
  ///
  /// @throws EmbeddedException with the reason found in its output, if it ends or hangs instead
  void awaitReady(String readyText) {
    long deadline = System.nanoTime() + START_LIMIT.toNanos();
    while (!output().contains(readyText)) {
      if (endsWithin(Duration.ofMillis(POLL_MILLIS)) || System.nanoTime() > deadline) {
        close();
        throw StartFailure.explain(name, output(), log);
      }
    }
  }

  /// Waits for the end of a program that does one piece of work.
  void awaitSuccess() {
    if (!endsWithin(START_LIMIT) || process.exitValue() != 0) {
      close();
      throw StartFailure.explain(name, output(), log);
    }
  }

  long pid() {
    return process.pid();
  }

  /// Asks the program to end, waits for it, and ends it by force if it does not.
  @Override
  public void close() {
    process.destroy();
    if (!endsWithin(STOP_LIMIT)) {
      kill();
    }
  }

  /// SIGKILL; returns when it is gone.
  void kill() {
    process.destroyForcibly();
    process.onExit().join();
  }

  private void write(String input) {
    try (OutputStream stdin = process.getOutputStream()) {
      stdin.write(input.getBytes(StandardCharsets.UTF_8));
    } catch (IOException _) {
      // The program ended early; whoever waits for it tells why.
      return;
    }
  }

  boolean endsWithin(Duration time) {
    try {
      return process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new EmbeddedException("interrupted while waiting for " + name, e);
    }
  }

  private String output() {
    try {
      return new String(Files.readAllBytes(log), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw DataFolder.failure(log, e);
    }
  }
}
