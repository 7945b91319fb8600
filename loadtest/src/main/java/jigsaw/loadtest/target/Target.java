package jigsaw.loadtest.target;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;

/// A server that may be loaded: HTTP or HTTPS, with whatever certificate it shows, and on this
/// machine unless its owner says otherwise.
public final class Target {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Map<String, Integer> DEFAULT_PORTS = Map.of("http", 80, "https", 443);
  private static final int OK = 200;

  private final URI uri;
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(3))
          .sslContext(AnyCertificate.context())
          .build();

  private Target(URI uri) {
    this.uri = uri;
  }

  /// The server at an address such as `http://127.0.0.1:8080`.
  ///
  /// @param owned whether the person says that a host other than this machine is theirs to load
  /// @throws TargetException if the address is not of that form, or not of this machine
  public static Target at(String address, boolean owned) {
    URI uri = uri(address);
    try {
      for (InetAddress host : InetAddress.getAllByName(uri.getHost())) {
        if (!owned && !host.isLoopbackAddress()) {
          throw new TargetException(
              "--url: %s is not this machine; a load test of a stranger's server is an attack. "
                      .formatted(address)
                  + "Say --i-own-this-host if it is yours.");
        }
      }
    } catch (UnknownHostException e) {
      throw new TargetException("--url: there is no host '" + uri.getHost() + "'", e);
    }
    return new Target(uri);
  }

  private static URI uri(String address) {
    try {
      URI uri = new URI(address);
      String path = uri.getRawPath();
      boolean bare = path == null || path.isEmpty() || "/".equals(path);
      if (uri.getScheme() != null
          && DEFAULT_PORTS.containsKey(uri.getScheme())
          && uri.getHost() != null
          && bare) {
        return uri;
      }
    } catch (URISyntaxException e) {
      throw new TargetException(expected(address), e);
    }
    throw new TargetException(expected(address));
  }

  private static String expected(String address) {
    return "--url: '" + address + "', expected an address such as http://127.0.0.1:8080";
  }

  public String host() {
    return uri.getHost();
  }

  public int port() {
    return uri.getPort() < 0
        ? Objects.requireNonNull(DEFAULT_PORTS.get(uri.getScheme()))
        : uri.getPort();
  }

  public boolean isEncrypted() {
    return "https".equals(uri.getScheme());
  }

  /// A right answer's body, as text.
  ///
  /// @throws TargetException if there is no answer or not a 200
  String get(String path) {
    URI address = URI.create(this + path);
    HttpRequest request = HttpRequest.newBuilder(address).timeout(PATIENCE).build();
    try {
      HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
      if (response.statusCode() != OK) {
        throw new TargetException(
            "GET %s answered %d, expected 200: is this a product API?"
                .formatted(address, response.statusCode()));
      }
      return response.body();
    } catch (IOException e) {
      throw new TargetException("no server answers at %s (%s)".formatted(this, reason(e)), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TargetException("interrupted while asking " + address, e);
    }
  }

  private static String reason(IOException e) {
    String message = e.getMessage();
    return message == null || message.isEmpty() ? e.getClass().getSimpleName() : message;
  }

  @Override
  public String toString() {
    return uri.getScheme() + "://" + host() + ":" + port();
  }
}
