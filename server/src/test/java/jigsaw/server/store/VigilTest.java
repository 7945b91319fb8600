package jigsaw.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class VigilTest {
  private int questions;
  private final Pulse pulse = new Pulse(() -> questions++, () -> {});
  private final Vigil vigil = new Vigil(pulse, Duration.ofMinutes(70));
  private final long start = pulse.replyNanos();

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
  void aDatabaseThatGivesASignOfLifeIsOnlySlow() {
    vigil.look(start - minutes(60), start - minutes(20));
    pulse.reply();

    vigil.look(start - minutes(60), System.nanoTime());
    assertThat(questions).isEqualTo(2);
    assertThat(vigil.isSilent()).isFalse();
  }

  @Test
  void aSlowAnswerIsNoSignOfLife() {
    vigil.look(start - minutes(60), start - minutes(20));
    pulse.beat();

    vigil.look(start - minutes(60), start + minutes(60));
    assertThat(vigil.isSilent()).isTrue();
  }

  @Test
  void whateverTheDatabaseSaysEndsTheSilenceAtOnce() {
    vigil.look(start - minutes(90), start - minutes(60));
    vigil.look(start - minutes(90), start - minutes(20));
    assertThat(questions).isOne();

    pulse.beat();
    assertThat(vigil.isSilent()).isFalse();
  }

  private void lookAt(long minute) {
    vigil.look(start, start + minutes(minute));
  }

  private static long minutes(long count) {
    return TimeUnit.MINUTES.toNanos(count);
  }
}
