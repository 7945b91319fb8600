package jigsaw.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// What the rounds found out about one contestant: CPU microseconds a request, round by round.
record Line(String name, List<Double> micros, List<Double> requestsPerSecond, long residentMib) {
  /// Rounds that differ by more than this share of their median say nothing about small ratios.
  private static final double QUIET_SPREAD = 0.10;

  Line {
    micros = List.copyOf(micros);
    requestsPerSecond = List.copyOf(requestsPerSecond);
  }

  double median() {
    return median(micros);
  }

  double medianRate() {
    return median(requestsPerSecond);
  }

  /// The widest difference between two rounds, as a share of the median.
  double spread() {
    return (Collections.max(micros) - Collections.min(micros)) / median();
  }

  boolean noisy() {
    return spread() > QUIET_SPREAD;
  }

  static double median(List<Double> values) {
    List<Double> sorted = new ArrayList<>(values);
    Collections.sort(sorted);
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }
}
