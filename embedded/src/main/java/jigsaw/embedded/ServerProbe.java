package jigsaw.embedded;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import java.util.OptionalLong;

/// Asks a starting server whether it serves yet.
final class ServerProbe {
  private static final int TIMEOUT_MILLIS = 2_000;
  private static final int POLL_MILLIS = 50;

  private final int port;
  private final int adminPort;

  ServerProbe(int port, int adminPort) {
    this.port = port;
    this.adminPort = adminPort;
  }

  /// Waits until the server serves: how many products; nothing if it ends or the time is over.
  OptionalLong await(JigsawCommand server, Duration limit) throws InterruptedException {
    long deadline = System.nanoTime() + limit.toNanos();
    OptionalLong products = products();
    while (products.isEmpty() && System.nanoTime() < deadline && !server.endsWithin(POLL_MILLIS)) {
      products = products();
    }
    return products;
  }

  /// How many products the server serves; nothing while it does not serve.
  private OptionalLong products() {
    OptionalLong nothing = OptionalLong.empty();
    return ask(adminPort, "/health/ready").isPresent() ? ask(port, "/products?count=1") : nothing;
  }

  /// The number in X-Total-Count, 0 without that field; nothing unless the answer is 200.
  private static OptionalLong ask(int port, String target) {
    try {
      HttpURLConnection connection = open(port, target);
      try {
        return connection.getResponseCode() == HttpURLConnection.HTTP_OK
            ? OptionalLong.of(connection.getHeaderFieldLong("X-Total-Count", 0))
            : OptionalLong.empty();
      } finally {
        connection.disconnect();
      }
    } catch (IOException _) {
      return OptionalLong.empty();
    }
  }

  private static HttpURLConnection open(int port, String target) throws IOException {
    URI uri = URI.create("http://127.0.0.1:" + port + target);
    HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
    connection.setConnectTimeout(TIMEOUT_MILLIS);
    connection.setReadTimeout(TIMEOUT_MILLIS);
    return connection;
  }
}
