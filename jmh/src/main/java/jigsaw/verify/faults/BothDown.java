package jigsaw.verify.faults;

import java.io.IOException;
import java.util.Map;

/// Neither the database nor Redis can be asked, and what is in memory has passed its time.
final class BothDown {
  private static final double DOWN_SECONDS = 10;
  private static final double AFTERWARDS_SECONDS = 5;

  private static final Map<String, String> SETTINGS =
      Map.of("JIGSAW_CACHE_TTL", "3s", "JIGSAW_CACHE_STALE_WHILE_REVALIDATE", "0ms");

  private BothDown() {}

  static void show(Scene scene, Promises promises) throws IOException, InterruptedException {
    try (Trial trial = scene.begin(SETTINGS)) {
      trial.fault();
      scene.backends().killRedis();
      scene.backends().killDatabase();
      int ready;
      try {
        scene.pass(DOWN_SECONDS);
        ready = trial.server().readyStatus();
      } finally {
        scene.backends().startRedis();
        scene.backends().startDatabase();
      }
      trial.back();
      double again = trial.server().secondsUntil(server -> server.readyStatus() == 200);
      scene.pass(AFTERWARDS_SECONDS);
      trial.end();
      trial.judgeAlways(promises);
      trial.judgeRefusals(promises);
      promises.add("ready is 503", ready == 503, "" + ready);
      promises.atMost("ready again within 2 s", 2, again, "s");
      trial.judgeReturn(promises);
    }
  }
}
