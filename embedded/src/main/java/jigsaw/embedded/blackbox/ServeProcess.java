package jigsaw.embedded.blackbox;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import jigsaw.embedded.Ports;

/// `jigsaw serve` as people start it, as a process of its own on free ports of the loopback
/// interface.
public final class ServeProcess implements AutoCloseable {
  private static final int READY_LIMIT_SECONDS = 60;
  private static final int STOP_LIMIT_SECONDS = 20;
  private static final int POLL_MILLIS = 50;

  private final Process process;
  private final int port;

  private ServeProcess(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /// Starts `command`, which ends with the path of the script, and waits until the server says that
  /// it is ready.
  static ServeProcess start(ProcessBuilder command, Path log)
      throws IOException, InterruptedException {
    int port = Ports.free();
    int adminPort = Ports.free();
    command
        .command()
        .addAll(
            List.of("serve", "--bind=127.0.0.1", "--port=" + port, "--admin-port=" + adminPort));
    Process process = command.redirectErrorStream(true).redirectOutput(log.toFile()).start();
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(READY_LIMIT_SECONDS);
    while (!isReady(adminPort)) {
      if (process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS) || System.nanoTime() > end) {
        process.destroyForcibly();
        throw new IOException("the server did not become ready, see " + log);
      }
    }
    return new ServeProcess(process, port);
  }

  public int port() {
    return port;
  }

  public long pid() {
    return process.pid();
  }

  /// Asks it to end and waits for that.
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(STOP_LIMIT_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private static boolean isReady(int adminPort) {
    try {
      URI uri = URI.create("http://127.0.0.1:" + adminPort + "/health/ready");
      HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
      return connection.getResponseCode() == 200;
    } catch (IOException _) {
      return false;
    }
  }
}
