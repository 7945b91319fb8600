package jigsaw.server.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class LatencyBucketsTest {
  private static final double NANOS_PER_SECOND = 1e9;

  @Test
  void putsEveryTimeUnderItsUpperBoundAndAboveTheOneBefore() {
    double[] bounds = LatencyBuckets.upperBounds();
    Random random = new Random(1);
    for (int round = 0; round < 100_000; round++) {
      long nanos = random.nextLong(1L << random.nextInt(1, 40));
      int index = LatencyBuckets.index(nanos);
      double seconds = nanos / NANOS_PER_SECOND;
      assertThat(seconds).isLessThan(bounds[index]);
      assertThat(seconds).isGreaterThanOrEqualTo(index == 0 ? 0 : bounds[index - 1]);
    }
  }

  @Test
  void takesAnyTime() {
    assertThat(LatencyBuckets.index(Long.MAX_VALUE)).isEqualTo(LatencyBuckets.COUNT - 1);
    assertThat(LatencyBuckets.index(0)).isZero();
    assertThat(LatencyBuckets.index(-1)).isZero();
  }
}
