package jigsaw.etl;

import java.util.LinkedHashMap;
import java.util.Map;
import jigsaw.etl.progress.ProgressStyle;

/// Says which step of a run begins and keeps how long each took. For one thread.
final class Steps {
  private final RunLog log;
  private final Map<String, Double> seconds = new LinkedHashMap<>();
  private String current = "";
  private long startedNanos;

  Steps(RunLog log) {
    this.log = log;
  }

  /// Ends the step before and begins one with this name in reports.
  void begin(String name, String sentence) {
    end();
    current = name;
    startedNanos = System.nanoTime();
    say(sentence);
  }

  void say(String sentence) {
    log.info(sentence);
  }

  void warn(String sentence) {
    log.warn(sentence);
  }

  /// How progress within a step is shown.
  ProgressStyle progressStyle() {
    return log.progressStyle();
  }

  void end() {
    if (!current.isEmpty()) {
      double took = (System.nanoTime() - startedNanos) / 1e9;
      seconds.put(current, took);
      log.ended(current, took);
      current = "";
    }
  }

  /// Seconds by step, in their order.
  Map<String, Double> seconds() {
    return seconds;
  }
}
