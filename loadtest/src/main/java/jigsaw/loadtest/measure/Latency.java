package jigsaw.loadtest.measure;

import org.HdrHistogram.AbstractHistogram;

/// Latencies of one set of requests, in milliseconds; all 0 when there were none.
public record Latency(
    long count, double mean, double p50, double p90, double p99, double p999, double max) {
  public static final Latency NONE = new Latency(0, 0, 0, 0, 0, 0, 0);

  private static final double NANOS_PER_MILLI = 1e6;

  /// @param nanos recorded in nanoseconds
  static Latency of(AbstractHistogram nanos) {
    if (nanos.getTotalCount() == 0) {
      return NONE;
    }
    return new Latency(
        nanos.getTotalCount(),
        nanos.getMean() / NANOS_PER_MILLI,
        at(nanos, 50),
        at(nanos, 90),
        at(nanos, 99),
        at(nanos, 99.9),
        nanos.getMaxValue() / NANOS_PER_MILLI);
  }

  private static double at(AbstractHistogram nanos, double percentile) {
    return nanos.getValueAtPercentile(percentile) / NANOS_PER_MILLI;
  }
}
