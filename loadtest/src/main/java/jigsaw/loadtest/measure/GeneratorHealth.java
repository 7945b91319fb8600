package jigsaw.loadtest.measure;

import java.util.Locale;
import java.util.Optional;

/// Whether the generator did what the plan said; if not, its figures judge nobody.
///
/// @param cpuCores the generator's own CPU time over the load's time
/// @param lag from when a visit was due to when it began, in milliseconds
/// @param visitsPlanned by the load's rate and time
/// @param visitsStarted really begun
public record GeneratorHealth(
    double cpuCores, Latency lag, long visitsPlanned, long visitsStarted) {
  private static final double HIGHEST_LAG_P99_MILLIS = 10;
  private static final double LOWEST_SHARE_STARTED = 0.99;

  /// Why this load cannot be judged, if so.
  public Optional<String> tooSlow() {
    if (visitsStarted < visitsPlanned * LOWEST_SHARE_STARTED) {
      return Optional.of(
          "only %d of %d visits were started".formatted(visitsStarted, visitsPlanned));
    }
    if (lag.p99() > HIGHEST_LAG_P99_MILLIS) {
      return Optional.of(
          String.format(
              Locale.ROOT,
              "visits began late: p99 %.1f ms, at most %.0f ms allowed",
              lag.p99(),
              HIGHEST_LAG_P99_MILLIS));
    }
    return Optional.empty();
  }
}
