package jigsaw.embedded;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.Locale;

/// Asks a running server how it is.
final class ServerProbe {
  private static final int TIMEOUT_MILLIS = 2_000;

  private final int port;
  private final int adminPort;

  ServerProbe(int port, int adminPort) {
    this.port = port;
    this.adminPort = adminPort;
  }

  boolean isReady() {
    try {
      HttpURLConnection health = open(adminPort, "/health/ready");
      try {
        return health.getResponseCode() == HttpURLConnection.HTTP_OK;
      } finally {
        health.disconnect();
      }
    } catch (IOException _) {
      return false;
    }
  }

  /// How many products it serves, such as `10,000`.
  String products() {
    try {
      HttpURLConnection list = open(port, "/products?count=1");
      try {
        return String.format(Locale.ROOT, "%,d", list.getHeaderFieldLong("X-Total-Count", 0));
      } finally {
        list.disconnect();
      }
    } catch (IOException e) {
      throw new EmbeddedException("the server does not answer: " + e.getMessage(), e);
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
