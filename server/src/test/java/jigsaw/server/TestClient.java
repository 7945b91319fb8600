package jigsaw.server;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/// A well-behaved client of a server under test.
final class TestClient implements AutoCloseable {
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Server server;

  TestClient(Server server) {
    this.server = server;
  }

  HttpResponse<String> get(String path, String... fields) throws IOException, InterruptedException {
    return get(server.port(), path, fields);
  }

  HttpResponse<String> admin(String path) throws IOException, InterruptedException {
    return get(server.adminPort(), path);
  }

  HttpResponse<String> put(String adminPath) throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.adminPort() + adminPath))
            .timeout(Duration.ofSeconds(5))
            .PUT(HttpRequest.BodyPublishers.noBody());
    return client.send(request.build(), BodyHandlers.ofString());
  }

  int status(String path) throws IOException, InterruptedException {
    return get(path).statusCode();
  }

  @Override
  public void close() {
    client.close();
  }

  private HttpResponse<String> get(int port, String path, String... fields)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .timeout(Duration.ofSeconds(5));
    if (fields.length > 0) {
      request.headers(fields);
    }
    return client.send(request.build(), BodyHandlers.ofString());
  }
}
