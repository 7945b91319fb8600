package jigsaw.verify.faults;

import java.io.IOException;
import java.util.Map;

/// Another catalogue is loaded and goes live while the first one is served.
final class NewGeneration {
  private static final double AFTERWARDS_SECONDS = 5;

  private NewGeneration() {}

  static void show(Scene scene, Promises promises) throws IOException, InterruptedException {
    // So that the right answers of both are known.
    scene.load(2);
    scene.readBodies();
    scene.load(1);
    try (Trial trial = scene.begin(Map.of())) {
      long before = trial.server().metric("jigsaw_generation");
      trial.fault();
      scene.load(2);
      trial.back();
      double seen =
          trial.server().secondsUntil(server -> server.metric("jigsaw_generation") > before);
      scene.pass(AFTERWARDS_SECONDS);
      // The load takes as much of the machine as it gets: answers are judged, not times.
      Shots all = trial.endUnhurried();
      trial.judgeAnswers(promises);
      System.out.println("answers by status: " + all.statuses());
      promises.none("answer other than 200", all.count(shot -> !shot.is(200)), all.count());
      promises.atMost("seen within 2 s", 2, seen, "s");
    }
  }
}
