package jigsaw.verify.faults;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import jigsaw.embedded.EmbeddedMariaDb;

/// Everything that is said to the database arrives later.
final class SlowDatabase {
  private static final long DELAY_MILLIS = 500;
  private static final double SLOW_SECONDS = 10;
  private static final double AFTERWARDS_SECONDS = 5;
  private static final long SAMPLE_MILLIS = 100;
  private static final int THREADS = 8;
  private static final int LARGE_LIST_THREADS = 2;
  private static final int QUEUE_LENGTH = 64;

  private SlowDatabase() {}

  static void show(Scene scene, Promises promises) throws IOException, InterruptedException {
    try (DelayProxy proxy = DelayProxy.start(scene.backends().database().port());
        Trial trial =
            scene.begin(
                through(
                    proxy,
                    Map.of(
                        "JIGSAW_DB_THREADS",
                        "" + THREADS,
                        "JIGSAW_DB_QUEUE_LENGTH",
                        "" + QUEUE_LENGTH)))) {
      trial.fault();
      proxy.delay(DELAY_MILLIS);
      long inFlight = 0;
      for (int sample = 0; sample < SLOW_SECONDS * scene.pace() * 1000 / SAMPLE_MILLIS; sample++) {
        Thread.sleep(SAMPLE_MILLIS);
        Server server = trial.server();
        inFlight =
            Math.max(
                inFlight, server.status("databaseConnections") + server.status("databaseQueue"));
      }
      proxy.delay(0);
      trial.back();
      scene.pass(AFTERWARDS_SECONDS);
      trial.end();
      trial.judgeAlways(promises);
      trial.judgeRefusals(promises);
      promises.atMost(
          "connections and queue at most " + (THREADS + LARGE_LIST_THREADS) + " + " + QUEUE_LENGTH,
          THREADS + LARGE_LIST_THREADS + QUEUE_LENGTH,
          (double) inFlight,
          "questions");
      trial.judgeReturn(promises);
    }
  }

  /// `settings`, and the database behind the proxy.
  static Map<String, String> through(DelayProxy proxy, Map<String, String> settings) {
    Map<String, String> all = new HashMap<>(settings);
    all.put(
        "JIGSAW_DB_URL", "jdbc:mysql://127.0.0.1:" + proxy.port() + "/" + EmbeddedMariaDb.SCHEMA);
    return all;
  }
}
