package jigsaw.server.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import jigsaw.server.content.Answer;
import jigsaw.server.content.AnswerEncoder;
import jigsaw.server.content.ConstantFields;
import jigsaw.server.content.Pending;

/// A small server whose answers show what was understood of a request: the routes of the protocol
/// cases.
final class ProtocolServer implements AutoCloseable {
  /// Limits that no test waits for.
  static final HttpTimeouts PATIENT =
      new HttpTimeouts(
          Duration.ofSeconds(10),
          Duration.ofSeconds(75),
          Duration.ofSeconds(30),
          Duration.ofSeconds(5));

  private static final int LARGE_BYTES = 1_000_000;

  private final AnswerEncoder encoder =
      new AnswerEncoder(new ConstantFields("public, max-age=60", "*", 600));
  private final HttpServer server;

  /// Starts on a free port of the loopback interface.
  ProtocolServer(HttpTimeouts timeouts, RequestObserver observer) throws IOException {
    this(new HttpSettings("127.0.0.1", 0, 1, Transport.AUTO, 1_000, timeouts), observer);
  }

  ProtocolServer(HttpSettings settings, RequestObserver observer) throws IOException {
    server = HttpServer.start(settings, routes(), encoder, () -> observer);
  }

  int port() {
    return server.port();
  }

  int connections() {
    return server.connections();
  }

  @Override
  public void close() {
    stop(Duration.ofSeconds(1));
  }

  void stop(Duration grace) {
    server.stop(grace);
  }

  /// The routes of the protocol cases.
  RouteTable routes() {
    Answer large = json("[\"" + "x".repeat(LARGE_BYTES) + "\"]");
    return RouteTable.of(
        Route.route("/things", this::list),
        Route.route("/things/{id}", request -> json("{\"thing\":" + request.pathNumber() + "}")),
        Route.route(
            "/things/{id}/parts", request -> json("{\"parts\":" + request.pathNumber() + "}")),
        Route.route("/later", request -> later()),
        Route.route("/never", request -> new Pending()),
        Route.route("/large", request -> large),
        Route.route("/long", request -> json("[\"" + "a".repeat(2_000) + "\"]")),
        Route.route(
            "/fails",
            request -> {
              throw new IllegalStateException("thrown on purpose");
            }));
  }

  AnswerEncoder encoder() {
    return encoder;
  }

  private Answer list(Request request) {
    String names = request.queryText("names").map(text -> '"' + text + '"').orElse("null");
    return json("{\"page\":" + request.queryNumber("page") + ",\"names\":" + names + "}");
  }

  private Pending later() {
    Pending pending = new Pending();
    var _ = CompletableFuture.runAsync(() -> pending.complete(json("{\"later\":true}")));
    return pending;
  }

  private Answer json(String text) {
    return encoder.json(text.getBytes(StandardCharsets.UTF_8));
  }
}
