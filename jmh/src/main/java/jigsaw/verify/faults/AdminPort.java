package jigsaw.verify.faults;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a server's port for health and metrics says.
record AdminPort(int port) {
  private static final int TIMEOUT_MILLIS = 2_000;
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(10);
  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

  /// What a `GET` is answered with; 0 if it is not answered.
  int healthStatus(String target) {
    try {
      HttpURLConnection connection = open(target);
      int status = connection.getResponseCode();
      connection.disconnect();
      return status;
    } catch (IOException _) {
      return 0;
    }
  }

  /// Tries again for a while: the port accepts few connections, and a load may have them all.
  private String ask(String target) throws IOException {
    long end = System.nanoTime() + PATIENCE_NANOS;
    while (true) {
      HttpURLConnection connection = open(target);
      try (var body = connection.getInputStream()) {
        return new String(body.readAllBytes(), StandardCharsets.UTF_8);
      } catch (IOException e) {
        if (System.nanoTime() - end > 0) {
          throw new IOException("the server's port for operations does not answer", e);
        }
        LockSupport.parkNanos(PAUSE_NANOS);
      }
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

  /// All metrics, as they are at one moment.
  Metrics metrics() throws IOException {
    return new Metrics(ask("/metrics"));
  }

  /// @param text in Prometheus' format
  record Metrics(String text) {
    /// The value of a metric, named with its labels.
    long of(String name) throws IOException {
      return text.lines()
          .filter(line -> line.startsWith(name + " "))
          .map(line -> Math.round(Double.parseDouble(line.substring(name.length() + 1))))
          .findFirst()
          .orElseThrow(() -> new IOException("the server has no metric " + name));
    }
  }

  /// What the server's clock says, in milliseconds since 1970, to the second.
  long clockMillis() throws IOException {
    HttpURLConnection connection = open("/health/live");
    long date = connection.getDate();
    connection.disconnect();
    return date;
  }

  private HttpURLConnection open(String target) throws IOException {
    URI uri = URI.create("http://127.0.0.1:" + port + target);
    HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
    connection.setConnectTimeout(TIMEOUT_MILLIS);
    connection.setReadTimeout(TIMEOUT_MILLIS);
    return connection;
  }
}
