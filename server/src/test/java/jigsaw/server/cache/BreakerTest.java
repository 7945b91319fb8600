package jigsaw.server.cache;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BreakerTest {
  private final Breaker breaker = new Breaker(3);

  @Test
  void opensAfterFailuresInARow() {
    breaker.failed();
    breaker.failed();
    assertThat(breaker.isClosed()).isTrue();
    breaker.failed();
    assertThat(breaker.isClosed()).isFalse();
  }

  @Test
  void countsFromTheLastSuccess() {
    breaker.failed();
    breaker.failed();
    breaker.succeeded();
    breaker.failed();
    breaker.failed();
    assertThat(breaker.isClosed()).isTrue();
  }

  @Test
  void closesAtTheFirstSuccessHoweverManyFailuresThereWere() {
    for (int failure = 0; failure < 1_000; failure++) {
      breaker.failed();
    }
    breaker.succeeded();
    assertThat(breaker.isClosed()).isTrue();
  }
}
