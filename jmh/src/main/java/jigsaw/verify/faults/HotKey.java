package jigsaw.verify.faults;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/// A key that many want expires.
final class HotKey {
  private static final long TTL_MILLIS = 2_000;
  private static final long DELAY_MILLIS = 200;
  private static final int BURST = 1_000;
  private static final String EXECUTED = "Com_stmt_execute";
  private static final String KEY = "/products/1/styles";

  private HotKey() {}

  /// Many ask at once for a key that has expired, while the fetch takes long.
  static void show(Scene scene, Promises promises) throws IOException, InterruptedException {
    Map<String, String> settings =
        Map.of(
            "JIGSAW_CACHE_TTL", TTL_MILLIS + "ms",
            "JIGSAW_CACHE_STALE_WHILE_REVALIDATE", "0ms",
            "JIGSAW_WARM_UP", "0",
            // The one connection is known already: a new one takes several questions of its own.
            "JIGSAW_DB_THREADS", "1",
            "JIGSAW_DB_SILENCE", "5s",
            // The register's look is a query, too.
            "JIGSAW_DB_POLL_INTERVAL", "10s",
            "JIGSAW_REDIS_TTL", "1ms");
    try (DelayProxy proxy = DelayProxy.start(scene.backends().database().port());
        Server server = scene.startServer(SlowDatabase.through(proxy, settings));
        Client client = new Client(scene.bodies())) {
      // Opens the connections and brings the key into memory.
      burst(server, client);
      Thread.sleep(TTL_MILLIS);
      proxy.delay(DELAY_MILLIS);
      long before = scene.backends().status(EXECUTED);
      Shots shots = burst(server, client);
      long queries = scene.backends().status(EXECUTED) - before;
      promises.none("hung request", shots.count(Shot::hung), shots.count());
      promises.none("wrong body", shots.count(shot -> shot.wrongBody), shots.count());
      promises.none("answer other than 200", shots.count(shot -> !shot.is(200)), shots.count());
      promises.add("exactly one query (the database's own count)", queries == 1, "" + queries);
    }
  }

  private static Shots burst(Server server, Client client) throws InterruptedException {
    Shots shots =
        new Shots(
            IntStream.range(0, BURST)
                .mapToObj(_ -> new Shot(Kind.COLD, server.port(), KEY, System.nanoTime()))
                .toList());
    shots.all().forEach(client::send);
    TimeUnit.NANOSECONDS.sleep(Shot.LIMIT_NANOS);
    return shots;
  }
}
