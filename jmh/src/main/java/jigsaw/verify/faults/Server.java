package jigsaw.verify.faults;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jigsaw.bench.ProcessMemory;
import jigsaw.embedded.Ports;

/// `jigsaw serve` as people start it, as a process of its own.
final class Server implements AutoCloseable {
  private static final long START_LIMIT_NANOS = TimeUnit.SECONDS.toNanos(60);
  private static final int STOP_LIMIT_SECONDS = 20;
  private static final int POLL_MILLIS = 20;
  private static final int TIMEOUT_MILLIS = 2_000;

  private final Process process;
  private final int port;
  private final int adminPort;
  private final Path log;

  private Server(Process process, int port, int adminPort, Path log) {
    this.process = process;
    this.port = port;
    this.adminPort = adminPort;
    this.log = log;
  }

  /// Starts a server and waits until it says that it is ready.
  static Server start(Path home, Path log, Map<String, String> settings)
      throws IOException, InterruptedException {
    int port = Ports.free();
    int adminPort = Ports.free();
    ProcessBuilder builder = new ProcessBuilder(home.resolve("jigsaw").toString(), "serve");
    builder.environment().putAll(settings);
    builder.environment().put("JIGSAW_BUILT", "yes");
    builder.environment().put("JIGSAW_BIND", "127.0.0.1");
    builder.environment().put("JIGSAW_PORT", Integer.toString(port));
    builder.environment().put("JIGSAW_ADMIN_PORT", Integer.toString(adminPort));
    builder.redirectErrorStream(true).redirectOutput(log.toFile());
    Server server = new Server(builder.start(), port, adminPort, log);
    Runtime.getRuntime().addShutdownHook(new Thread(server.process::destroyForcibly));
    server.awaitReady();
    return server;
  }

  int port() {
    return port;
  }

  int adminPort() {
    return adminPort;
  }

  /// What `GET /health/ready` is answered with; 0 if it is not answered.
  int readyStatus() {
    try {
      HttpURLConnection connection = open("/health/ready");
      int status = connection.getResponseCode();
      connection.disconnect();
      return status;
    } catch (IOException _) {
      return 0;
    }
  }

  /// What the operations port says to `target`.
  String ask(String target) throws IOException {
    HttpURLConnection connection = open(target);
    try (var body = connection.getInputStream()) {
      return new String(body.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /// A number in the answer of `GET /status`, which costs the server less than its metrics.
  long status(String name) throws IOException {
    Matcher number = Pattern.compile("\"" + name + "\":(\\d+)").matcher(ask("/status"));
    if (!number.find()) {
      throw new IOException("the server's status has no " + name);
    }
    return Long.parseLong(number.group(1));
  }

  /// The value of a metric, named with its labels.
  long metric(String name) throws IOException {
    return ask("/metrics")
        .lines()
        .filter(line -> line.startsWith(name + " "))
        .map(line -> Math.round(Double.parseDouble(line.substring(name.length() + 1))))
        .findFirst()
        .orElseThrow(() -> new IOException("the server has no metric " + name));
  }

  long residentMib() throws IOException {
    return new ProcessMemory(process.pid()).residentMib();
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

  private void awaitReady() throws IOException, InterruptedException {
    long end = System.nanoTime() + START_LIMIT_NANOS;
    while (readyStatus() != 200) {
      if (process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS) || System.nanoTime() > end) {
        process.destroyForcibly();
        throw new IOException("the server did not become ready, see " + log);
      }
    }
  }

  private HttpURLConnection open(String target) throws IOException {
    URI uri = URI.create("http://127.0.0.1:" + adminPort + target);
    HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
    connection.setConnectTimeout(TIMEOUT_MILLIS);
    connection.setReadTimeout(TIMEOUT_MILLIS);
    return connection;
  }
}
