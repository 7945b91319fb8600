package jigsaw.server;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import jigsaw.server.accesslog.AccessLogWriter;
import jigsaw.server.cache.AnswerCache;
import jigsaw.server.cache.CacheCounters;
import jigsaw.server.cache.RedisTier;
import jigsaw.server.cache.SharedCache;
import jigsaw.server.content.AnswerEncoder;
import jigsaw.server.content.ConstantFields;
import jigsaw.server.endpoints.CatalogAnswers;
import jigsaw.server.endpoints.Routes;
import jigsaw.server.http.AccessLog;
import jigsaw.server.http.HttpServer;
import jigsaw.server.http.HttpSettings;
import jigsaw.server.http.RequestObserver;
import jigsaw.server.http.RouteTable;
import jigsaw.server.log.Logging;
import jigsaw.server.metrics.ServerMetrics;
import jigsaw.server.ops.OpsRoutes;
import jigsaw.server.ops.Readiness;
import jigsaw.server.store.LiveCatalogue;
import jigsaw.server.store.MySqlCatalogStore;
import jigsaw.server.warmup.WarmUp;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One running server: every part is made here and told here whom it works with.
public final class Server implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Server.class);
  private static final Duration ADMIN_DRAIN = Duration.ofMillis(100);

  private final Settings settings;
  private final MySqlCatalogStore store;
  private final SharedCache shared;
  private final AnswerCache answers;
  private final Readiness readiness;
  private final WarmUp warmUp;
  private final CountDownLatch warm = new CountDownLatch(1);
  private final AccessLogWriter accessLog;
  private final FailureWatch failures;
  private final RouteTable routes;
  private final AnswerEncoder encoder;
  private final ServerMetrics metrics;
  private final HttpServer admin;
  // Empty until the port is opened.
  private volatile Optional<HttpServer> http = Optional.empty();

  private Server(Settings settings, Logging logging) throws IOException {
    this.settings = settings;
    encoder = new AnswerEncoder(settings.fields());
    CacheCounters counters = new CacheCounters();
    store = new MySqlCatalogStore(settings.store());
    shared = settings.redis().<SharedCache>map(RedisTier::new).orElse(SharedCache.NONE);
    var sources =
        new AnswerCache.Sources(store, shared, new CatalogAnswers(encoder), encoder, counters);
    answers = new AnswerCache(sources, settings.cache(), System::nanoTime);
    readiness = new Readiness(this::canServe);
    var parts = new WarmUp.Parts(store, shared, encoder, settings.cache(), settings.http());
    warmUp = new WarmUp(settings.warmUp(), parts, this::becomeReady);
    routes = Routes.table(answers, encoder);
    metrics = new ServerMetrics(routes.templates());
    AnswerEncoder opsEncoder = new AnswerEncoder(ConstantFields.withoutCors("no-store"));
    RouteTable ops = new OpsRoutes(opsEncoder, readiness, metrics, logging, this::status).table();
    accessLog = AccessLogWriter.start(settings.accessLog(), System.out);
    new ServerGauges(store, shared, answers, counters).register(metrics);
    new WatchingGauges(settings, readiness, accessLog, logging).register(metrics);
    failures = new FailureWatch(FailureKinds.of(store, counters, metrics, accessLog));
    admin = startAdmin(ops, opsEncoder);
  }

  /// Opens the port for operations and begins to look for the database, which need not be there
  /// yet.
  ///
  /// @throws IOException if the port cannot be opened; nothing is left running then
  static Server start(Settings settings, Logging logging) throws IOException {
    Server server = new Server(settings, logging);
    server.failures.start();
    server.store.start(server::goLive);
    return server;
  }

  /// Opens the port for requests when it is time, and looks for Redis by then.
  ///
  /// @throws IOException if the port cannot be opened; nothing is left running then
  void open() throws IOException, InterruptedException {
    settings.opening().await(store, answers, warm);
    shared.start();
    try {
      http =
          Optional.of(
              open(
                  "JIGSAW_PORT, JIGSAW_BIND or JIGSAW_UNIX_SOCKET",
                  settings.http(),
                  routes,
                  encoder,
                  metrics::observer,
                  accessLog));
    } catch (IOException e) {
      warmUp.close();
      stop();
      throw e;
    }
  }

  /// The port for requests; it is open.
  public int port() {
    return http.orElseThrow().port();
  }

  public int adminPort() {
    return admin.port();
  }

  public boolean isReady() {
    return readiness.isReady();
  }

  /// Says that it is not ready any more and goes on for a while, lets open requests finish, and
  /// closes everything. An interruption cuts the while short.
  @Override
  public void close() {
    readiness.drain();
    warmUp.close();
    try {
      Thread.sleep(settings.drain().delay());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    stop();
  }

  private void stop() {
    http.ifPresent(it -> it.stop(settings.drain().timeout()));
    admin.stop(ADMIN_DRAIN);
    store.close();
    shared.close();
    failures.close();
    accessLog.close();
  }

  private HttpServer startAdmin(RouteTable ops, AnswerEncoder encoder) throws IOException {
    try {
      return open(
          "JIGSAW_ADMIN_PORT or JIGSAW_ADMIN_BIND",
          settings.admin(),
          ops,
          encoder,
          () -> RequestObserver.NONE,
          AccessLog.OFF);
    } catch (IOException e) {
      accessLog.close();
      throw e;
    }
  }

  /// `keys` are the settings to change where the port cannot be opened.
  private static HttpServer open(
      String keys,
      HttpSettings settings,
      RouteTable routes,
      AnswerEncoder encoder,
      Supplier<RequestObserver> observers,
      AccessLog accessLog)
      throws IOException {
    try {
      return HttpServer.start(settings, routes, encoder, observers, accessLog);
    } catch (IOException e) {
      throw new IOException(keys + ": " + e.getMessage(), e);
    }
  }

  /// Redis comes second: on one processor it would make the first answer later.
  private void goLive(LiveCatalogue generation) {
    answers.goLive(generation);
    shared.start();
    warmUp.begin(generation);
  }

  private void becomeReady() {
    readiness.becomeWarm();
    warm.countDown();
    LOG.info("Ready");
  }

  private boolean canServe() {
    boolean known = http.isPresent() && answers.generation().isPresent();
    return known && (store.isReachable() || shared.isUsable());
  }

  private Map<String, Object> status() {
    return ServerStatus.of(
        readiness, answers, store, shared, http.map(HttpServer::connections).orElse(0));
  }
}
