package jigsaw.server.warmup;

import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import jigsaw.server.cache.AnswerCache;
import jigsaw.server.cache.CacheCounters;
import jigsaw.server.cache.SharedCache;
import jigsaw.server.endpoints.CatalogAnswers;
import jigsaw.server.endpoints.Routes;
import jigsaw.server.http.HttpServer;
import jigsaw.server.http.HttpSettings;
import jigsaw.server.http.RouteTable;
import jigsaw.server.metrics.ServerMetrics;
import jigsaw.server.store.LiveCatalogue;

/// The public port's code once more, on a port of loopback that nobody knows: what happens there is
/// in nobody's metrics, and what is cached there goes when it closes.
final class PracticeServer implements AutoCloseable {
  private static final int CONNECTIONS = 4;

  private final AnswerCache answers;
  private final HttpServer http;

  private PracticeServer(AnswerCache answers, HttpServer http) {
    this.answers = answers;
    this.http = http;
  }

  /// Serves from the store of `parts`, through `shared`.
  static PracticeServer start(WarmUp.Parts parts, SharedCache shared) throws IOException {
    var sources =
        new AnswerCache.Sources(
            parts.store(),
            shared,
            new CatalogAnswers(parts.encoder()),
            parts.encoder(),
            new CacheCounters());
    AnswerCache answers = new AnswerCache(sources, parts.cache(), System::nanoTime);
    RouteTable routes = Routes.ofCatalogue(answers, parts.encoder());
    ServerMetrics metrics = new ServerMetrics(routes.templates());
    HttpSettings http =
        new HttpSettings(
            InetAddress.getLoopbackAddress().getHostAddress(),
            0,
            1,
            parts.http().transport(),
            CONNECTIONS,
            parts.http().timeouts());
    return new PracticeServer(
        answers, HttpServer.start(http, routes, parts.encoder(), metrics::observer));
  }

  int port() {
    return http.port();
  }

  /// Serves this generation from now on, and as if nothing of it had been asked yet.
  void begin(LiveCatalogue live) {
    answers.goLive(live);
  }

  @Override
  public void close() {
    http.stop(Duration.ZERO);
  }
}
