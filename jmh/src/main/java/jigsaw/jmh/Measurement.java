package jigsaw.jmh;

import java.util.Locale;

/// What a run found out about one benchmark: a value and its error, both in `unit`. The error is
/// half the width of the 99.9 % confidence interval; 0 where there was only one iteration.
record Measurement(double value, double error, String unit) {
  /// How many times `before` this is.
  double ratioTo(Measurement before) {
    return before.value == 0 ? (value == 0 ? 1 : Double.POSITIVE_INFINITY) : value / before.value;
  }

  /// Whether this is larger than `before` by more than the share `threshold` and more than `slack`,
  /// also if both errors are held against it.
  boolean isWorseThan(Measurement before, double threshold, double slack) {
    double allowed = before.value + Math.max(before.value * threshold, slack);
    return value - error > allowed + before.error;
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%,.3f ± %,.3f %s", value, error, unit);
  }
}
