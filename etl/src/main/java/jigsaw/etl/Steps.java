package jigsaw.etl;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Map;

/// Says which step of a run begins and keeps how long each took. For one thread.
final class Steps {
  private final PrintStream out;
  private final boolean quiet;
  private final Map<String, Double> seconds = new LinkedHashMap<>();
  private String current = "";
  private long startedNanos;

  Steps(PrintStream out, boolean quiet) {
    this.out = out;
    this.quiet = quiet;
  }

  /// Ends the step before and begins one with this name in reports.
  void begin(String name, String sentence) {
    end();
    current = name;
    startedNanos = System.nanoTime();
    say(sentence);
  }

  void say(String sentence) {
    if (!quiet) {
      out.println(sentence);
    }
  }

  void end() {
    if (!current.isEmpty()) {
      seconds.put(current, (System.nanoTime() - startedNanos) / 1e9);
      current = "";
    }
  }

  /// Seconds by step, in their order.
  Map<String, Double> seconds() {
    return seconds;
  }
}
