package jigsaw.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class VigilTest {
  private int questions;
  private final Pulse pulse = new Pulse(() -> questions++, () -> {});
  private final Vigil vigil = new Vigil(pulse, Duration.ofMillis(70));
  private final long start = pulse.lastNanos();

  @Test
  void asksForASignOfLifeBeforeItSpeaksOfSilence() {
    lookAt(20);
    assertThat(questions).isZero();

    lookAt(40);
    lookAt(60);
    assertThat(questions).isOne();
    assertThat(vigil.isSilent()).isFalse();

    lookAt(80);
    assertThat(vigil.isSilent()).isTrue();
    assertThat(questions).isOne();
  }

  @Test
  void doesNotTakeItsOwnDelayForSilence() {
    lookAt(5_000);

    assertThat(questions).isOne();
    assertThat(vigil.isSilent()).isFalse();
  }

  @Test
  void forgetsItsQuestionWhenNobodyWaits() {
    lookAt(40);
    vigil.rest();

    lookAt(5_000);
    assertThat(questions).isEqualTo(2);
    assertThat(vigil.isSilent()).isFalse();
  }

  @Test
  void aSignOfLifeEndsTheSilenceAtOnce() {
    lookAt(40);
    lookAt(80);
    assertThat(vigil.isSilent()).isTrue();

    pulse.beat();
    assertThat(vigil.isSilent()).isFalse();
  }

  private void lookAt(long millis) {
    vigil.look(start, start + TimeUnit.MILLISECONDS.toNanos(millis));
  }
}
