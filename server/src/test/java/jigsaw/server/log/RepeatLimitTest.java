package jigsaw.server.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RepeatLimitTest {
  private final AtomicLong nanos = new AtomicLong(-5);
  private final RepeatLimit limit = new RepeatLimit(nanos::get);

  @Test
  void letsAFewOfEachKindThroughPerInterval() {
    for (int i = 0; i < RepeatLimit.ENTRIES; i++) {
      assertThat(limit.enter("a")).isZero();
    }
    assertThat(limit.enter("a")).isEqualTo(RepeatLimit.HELD_BACK);
    assertThat(limit.enter("a")).isEqualTo(RepeatLimit.HELD_BACK);
    assertThat(limit.enter("b")).isZero();
    nanos.addAndGet(RepeatLimit.INTERVAL_NANOS - 1);
    assertThat(limit.enter("a")).isEqualTo(RepeatLimit.HELD_BACK);
    nanos.addAndGet(1);
    assertThat(limit.enter("a")).isEqualTo(3);
    assertThat(limit.enter("a")).isZero();
    assertThat(limit.heldBack()).isEqualTo(3);
  }

  @Test
  void forgetsKindsBeforeThereAreTooMany() {
    for (int i = 0; i < 100_000; i++) {
      assertThat(limit.enter("kind " + i)).isZero();
    }
  }
}
