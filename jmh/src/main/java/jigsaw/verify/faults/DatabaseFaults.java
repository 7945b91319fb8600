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
    try (Trial trial = scene.begin(Map.of())) {
      trial.fault();
      scene.backends().killDatabase();
      scene.pass(KILLED_SECONDS);
      scene.backends().startDatabase();
      judge(scene, trial, promises);
    }
  }

  static void paused(Scene scene, Promises promises) throws IOException, InterruptedException {
    long pid = scene.backends().database().pid();
    try (Trial trial = scene.begin(Map.of())) {
      trial.fault();
      Backends.paused(pid, () -> scene.pass(PAUSED_SECONDS));
      judge(scene, trial, promises);
    }
  }

  private static void judge(Scene scene, Trial trial, Promises promises)
      throws InterruptedException {
    trial.back();
    scene.pass(AFTERWARDS_SECONDS);
    trial.end();
    trial.judgeAlways(promises);
    trial.judgeRefusals(promises);
    trial.judgeReturn(promises);
  }
}
