package jigsaw.loadtest.report;

import jigsaw.loadtest.measure.Measurement;

/// One round of one load: what was asked for, what came of it, what that is worth.
///
/// @param round from 1; 0 for a warm-up, which is shown but never judged with the others
/// @param compared how many bodies were compared with the second source
public record LoadResult(
    String traffic,
    String load,
    double requestsPerSecond,
    int round,
    int compared,
    double servedPerSecond,
    double repeatedShare,
    Verdict reference,
    Verdict strict,
    Measurement measurement) {

  /// Judges the measurement.
  public static LoadResult of(
      String traffic,
      String load,
      double requestsPerSecond,
      int round,
      int compared,
      Measurement measurement) {
    return new LoadResult(
        traffic,
        load,
        requestsPerSecond,
        round,
        compared,
        measurement.servedPerSecond(),
        measurement.repeated() / (double) Math.max(1, measurement.asked()),
        Verdict.reference(measurement),
        Verdict.strict(measurement),
        measurement);
  }

  public boolean isWarmUp() {
    return round == 0;
  }

  /// For example `mix 1000/s for 30s, round 2`.
  public String title() {
    return traffic + " " + load + (isWarmUp() ? ", warm-up" : ", round " + round);
  }
}
