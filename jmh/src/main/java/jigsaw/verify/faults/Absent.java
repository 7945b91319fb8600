package jigsaw.verify.faults;

import java.io.IOException;
import java.util.Map;

/// A server is started before what it depends on.
final class Absent {
  private static final double ABSENT_SECONDS = 5;
  private static final double SOON_SECONDS = 2;

  private Absent() {}

  static void database(Scene scene, Promises promises) throws IOException, InterruptedException {
    scene.backends().killDatabase();
    try (Server server = scene.launchServer(Map.of())) {
      int live;
      int ready;
      try {
        server.secondsUntil(it -> it.liveStatus() == 200);
        scene.pass(ABSENT_SECONDS);
        live = server.liveStatus();
        ready = server.readyStatus();
      } finally {
        scene.backends().startDatabase();
      }
      double seconds = server.secondsUntil(it -> it.readyStatus() == 200);
      promises.add("live is 200", live == 200, "" + live);
      promises.add("ready is 503", ready == 503, "" + ready);
      promises.atMost("ready within 2 s of its appearance", SOON_SECONDS, seconds, "s");
    }
  }

  static void redis(Scene scene, Promises promises) throws IOException, InterruptedException {
    scene.backends().killRedis();
    try (Server server = scene.launchServer(Map.of())) {
      int live;
      int ready;
      try {
        server.secondsUntil(it -> it.readyStatus() == 200);
        scene.pass(ABSENT_SECONDS);
        live = server.liveStatus();
        ready = server.readyStatus();
      } finally {
        scene.backends().startRedis();
      }
      double seconds = server.secondsUntil(it -> it.metric("jigsaw_redis_usable") == 1);
      promises.add("live is 200", live == 200, "" + live);
      promises.add("ready without it is 200", ready == 200, "" + ready);
      promises.atMost("used within 2 s of its appearance", SOON_SECONDS, seconds, "s");
    }
  }
}
