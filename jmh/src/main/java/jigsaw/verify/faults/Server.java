package jigsaw.verify.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import jigsaw.bench.ProcessMemory;

/// `jigsaw serve` as people start it, as a process of its own.
final class Server implements AutoCloseable {
  private static final long START_LIMIT_NANOS = TimeUnit.SECONDS.toNanos(60);
  private static final long WAIT_NANOS = TimeUnit.SECONDS.toNanos(10);
  private static final int STOP_LIMIT_SECONDS = 20;
  private static final int POLL_MILLIS = 20;

  private final Process process;
  private final int port;
  private final AdminPort admin;
  private final Path log;

  private Server(Process process, int port, int adminPort, Path log) {
    this.process = process;
    this.port = port;
    admin = new AdminPort(adminPort);
    this.log = log;
  }

  /// Starts a server and does not wait for it.
  static Server launch(Path home, Path log, Map<String, String> settings, int port, int adminPort)
      throws IOException {
    ProcessBuilder builder = new ProcessBuilder(home.resolve("jigsaw").toString(), "serve");
    builder.environment().putAll(settings);
    builder.environment().put("JIGSAW_BUILT", "yes");
    builder.environment().put("JIGSAW_BIND", "127.0.0.1");
    builder.environment().put("JIGSAW_PORT", Integer.toString(port));
    builder.environment().put("JIGSAW_ADMIN_PORT", Integer.toString(adminPort));
    builder.redirectErrorStream(true).redirectOutput(log.toFile());
    Server server = new Server(builder.start(), port, adminPort, log);
    Runtime.getRuntime().addShutdownHook(new Thread(server.process::destroyForcibly));
    return server;
  }

  long pid() {
    return process.pid();
  }

  int port() {
    return port;
  }

  int adminPort() {
    return admin.port();
  }

  /// What `GET /health/ready` is answered with; 0 if it is not answered.
  int readyStatus() {
    return admin.healthStatus("/health/ready");
  }

  /// What `GET /health/live` is answered with; 0 if it is not answered.
  int liveStatus() {
    return admin.healthStatus("/health/live");
  }

  /// A number in the answer of `GET /status`, which costs the server less than its metrics.
  long status(String name) throws IOException {
    return admin.status(name);
  }

  /// The value of a metric, named with its labels.
  long metric(String name) throws IOException {
    return metrics().of(name);
  }

  /// All metrics, as they are at one moment.
  AdminPort.Metrics metrics() throws IOException {
    return admin.metrics();
  }

  /// What the server's clock says, in milliseconds since 1970, to the second.
  long clockMillis() throws IOException {
    return admin.clockMillis();
  }

  long residentMib() throws IOException {
    return new ProcessMemory(process.pid()).residentMib();
  }

  /// Has the JVM collect all garbage (jcmd(1), `GC.run`).
  void collectGarbage() throws IOException {
    Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
    Process command =
        new ProcessBuilder(jcmd.toString(), Long.toString(pid()), "GC.run")
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (command.onExit().join().exitValue() != 0) {
      throw new IOException("jcmd cannot reach the server, process " + pid());
    }
  }

  List<String> logLines() throws IOException {
    return Files.readAllLines(log);
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (process.waitFor(STOP_LIMIT_SECONDS, TimeUnit.SECONDS)) {
        return;
      }
      System.err.println("the server did not end within " + STOP_LIMIT_SECONDS + " s");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    process.destroyForcibly();
  }

  /// How long it takes from now until something is so, at most ten seconds and a little.
  double secondsUntil(Condition condition) throws IOException, InterruptedException {
    long start = System.nanoTime();
    while (!condition.holds(this) && System.nanoTime() - start < WAIT_NANOS) {
      Thread.sleep(POLL_MILLIS);
    }
    return (System.nanoTime() - start) / 1e9;
  }

  /// Something that a server can be asked.
  interface Condition {
    boolean holds(Server server) throws IOException;
  }

  /// SIGTERM.
  void terminate() {
    process.destroy();
  }

  /// SIGKILL; returns when it is gone.
  void kill() {
    process.destroyForcibly();
    process.onExit().join();
  }

  /// What it ended with, if it has ended within that time.
  OptionalInt exitCode(double seconds) throws InterruptedException {
    return process.waitFor((long) (1000 * seconds), TimeUnit.MILLISECONDS)
        ? OptionalInt.of(process.exitValue())
        : OptionalInt.empty();
  }

  void awaitReady() throws IOException, InterruptedException {
    long end = System.nanoTime() + START_LIMIT_NANOS;
    while (readyStatus() != 200) {
      if (process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS) || System.nanoTime() > end) {
        process.destroyForcibly();
        throw new IOException("the server did not become ready, see " + log);
      }
    }
  }
}
