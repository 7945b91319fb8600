package jigsaw.bench;

import java.util.Arrays;
import java.util.Locale;

/// How long the requests of one run took that were answered with 200.
final class Latencies {
  private long[] nanos = new long[1 << 16];
  private int count;
  private int refused;

  void add(long elapsedNanos) {
    if (count == nanos.length) {
      nanos = Arrays.copyOf(nanos, 2 * count);
    }
    nanos[count++] = elapsedNanos;
  }

  /// Counts an answer of another status, whose time tells nothing.
  void addRefused() {
    refused++;
  }

  /// How many answers have come, whatever their status.
  long answered() {
    return (long) count + refused;
  }

  Summary summary() {
    long[] sorted = Arrays.copyOf(nanos, count);
    Arrays.sort(sorted);
    return new Summary(
        count,
        Arrays.stream(sorted).average().orElse(0) / 1e6,
        at(sorted, 0.50),
        at(sorted, 0.99),
        at(sorted, 0.999),
        at(sorted, 1));
  }

  private static double at(long[] sorted, double part) {
    return sorted.length == 0
        ? 0
        : sorted[Math.max(0, (int) Math.ceil(part * sorted.length) - 1)] / 1e6;
  }

  /// How many there were, and milliseconds; as one line of text.
  record Summary(long count, double mean, double p50, double p99, double p999, double max) {
    /// Reads what [#toString] wrote.
    static Summary parse(String line) {
      String[] words = line.split(" ", -1);
      return new Summary(
          Long.parseLong(words[0]),
          Double.parseDouble(words[1]),
          Double.parseDouble(words[2]),
          Double.parseDouble(words[3]),
          Double.parseDouble(words[4]),
          Double.parseDouble(words[5]));
    }

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT, "%d %.3f %.3f %.3f %.3f %.3f", count, mean, p50, p99, p999, max);
    }
  }
}
