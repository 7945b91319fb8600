package jigsaw.verify.faults;

import java.io.IOException;
import java.util.Map;

/// The database goes away and comes back.
final class DatabaseFaults {
  private static final double KILLED_SECONDS = 20;
  private static final double PAUSED_SECONDS = 10;
  private static final double AFTERWARDS_SECONDS = 5;

  private DatabaseFaults() {}

  static void killed(Scene scene, Promises promises) throws IOException, InterruptedException {
    show(scene, promises, Trouble.DATABASE_KILLED, KILLED_SECONDS);
  }

  static void paused(Scene scene, Promises promises) throws IOException, InterruptedException {
    show(scene, promises, Trouble.DATABASE_PAUSED, PAUSED_SECONDS);
  }

  private static void show(Scene scene, Promises promises, Trouble trouble, double seconds)
      throws IOException, InterruptedException {
    try (Trial trial = scene.begin(Map.of())) {
      trial.fault();
      trouble.happen(scene, seconds);
      trial.back();
      scene.pass(AFTERWARDS_SECONDS);
      trial.end();
      trial.judgeAlways(promises);
      trial.judgeRefusals(promises);
      trial.judgeReturn(promises);
    }
  }
}
