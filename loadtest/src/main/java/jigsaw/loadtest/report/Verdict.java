package jigsaw.loadtest.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import jigsaw.loadtest.measure.Measurement;

/// Whether a load was carried, and if not, why; nothing is judged when the generator fell behind.
///
/// @param reasons what was missed, or why nothing can be said
public record Verdict(Outcome outcome, List<String> reasons) {
  private static final double MILLIS = 50;
  private static final double LOWEST_ANSWERED = 0.95;
  private static final double HIGHEST_FAILED = 0.05;

  public Verdict {
    reasons = List.copyOf(reasons);
  }

  /// What can be said of a load.
  public enum Outcome {
    PASSED,
    MISSED,
    NOT_JUDGED;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }

  /// The reference protocol's: mean below 50 ms, at least 95 % answered, fewer than 5 % errors.
  static Verdict reference(Measurement load) {
    double asked = Math.max(1, load.asked());
    List<String> missed = new ArrayList<>();
    if (!(load.latency().mean() < MILLIS)) {
      missed.add(String.format(Locale.ROOT, "mean %.1f ms", load.latency().mean()));
    }
    if (load.answered() < asked * LOWEST_ANSWERED) {
      missed.add(String.format(Locale.ROOT, "%.1f %% answered", 100 * load.answered() / asked));
    }
    if (load.failed() >= asked * HIGHEST_FAILED) {
      missed.add(String.format(Locale.ROOT, "%.1f %% errors", 100 * load.failed() / asked));
    }
    return of(load, missed);
  }

  /// Ours: p99 below 50 ms and no error at all.
  static Verdict strict(Measurement load) {
    List<String> missed = new ArrayList<>();
    if (!(load.latency().p99() < MILLIS)) {
      missed.add(String.format(Locale.ROOT, "p99 %.1f ms", load.latency().p99()));
    }
    if (load.failed() > 0) {
      missed.add(load.failed() + " errors");
    }
    return of(load, missed);
  }

  private static Verdict of(Measurement load, List<String> missed) {
    Optional<String> tooSlow = load.generator().tooSlow();
    if (tooSlow.isPresent()) {
      return new Verdict(Outcome.NOT_JUDGED, List.of("generator too slow: " + tooSlow.get()));
    }
    if (load.asked() == 0) {
      return new Verdict(Outcome.NOT_JUDGED, List.of("nothing was asked"));
    }
    return new Verdict(missed.isEmpty() ? Outcome.PASSED : Outcome.MISSED, missed);
  }
}
