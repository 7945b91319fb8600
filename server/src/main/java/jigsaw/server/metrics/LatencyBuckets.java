package jigsaw.server.metrics;

/// Log-linear classes of a duration: two to each power of two from about a microsecond to about
/// eight seconds, so that any time is known to a third, at a shift and a mask.
final class LatencyBuckets {
  private static final int MIN_EXPONENT = 10;
  private static final int MAX_EXPONENT = 32;

  /// The last one takes everything longer.
  static final int COUNT = 1 + 2 * (MAX_EXPONENT - MIN_EXPONENT + 1) + 1;

  private static final double NANOS_PER_SECOND = 1e9;

  private LatencyBuckets() {}

  static int index(long nanos) {
    if (nanos < 1L << MIN_EXPONENT) {
      return 0;
    }
    int exponent = 63 - Long.numberOfLeadingZeros(nanos);
    if (exponent > MAX_EXPONENT) {
      return COUNT - 1;
    }
    int upperHalf = (int) (nanos >>> (exponent - 1)) & 1;
    return 1 + 2 * (exponent - MIN_EXPONENT) + upperHalf;
  }

  /// The upper bounds of all buckets in seconds.
  static double[] upperBounds() {
    double[] bounds = new double[COUNT];
    for (int index = 0; index < COUNT - 1; index++) {
      bounds[index] = upperNanos(index) / NANOS_PER_SECOND;
    }
    bounds[COUNT - 1] = Double.POSITIVE_INFINITY;
    return bounds;
  }

  private static long upperNanos(int index) {
    if (index == 0) {
      return 1L << MIN_EXPONENT;
    }
    int exponent = MIN_EXPONENT + (index - 1) / 2;
    int halves = 3 + (index - 1) % 2;
    return (long) halves << (exponent - 1);
  }
}
