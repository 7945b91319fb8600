package jigsaw.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class VigilTest {
  private long nowNanos;
  private int questions;
  private final Pulse pulse = new Pulse(() -> nowNanos, () -> questions++, () -> {});
  private final Vigil vigil = new Vigil(pulse, Duration.ofMillis(70));

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
    lookAt(40);
    pass(50);
    pulse.reply();

    lookAt(80);
    assertThat(questions).isEqualTo(2);
    assertThat(vigil.isSilent()).isFalse();
  }

  @Test
  void doesNotAskAllTheTime() {
    lookAt(40);
    pass(45);
    pulse.reply();

    lookAt(60);
    assertThat(questions).isOne();
  }

  @Test
  void aSlowAnswerIsNoSignOfLife() {
    lookAt(40);
    pass(50);
    pulse.beat();

    lookAt(80);
    assertThat(vigil.isSilent()).isTrue();
  }

  @Test
  void whateverTheDatabaseSaysEndsTheSilenceAtOnce() {
    lookAt(40);
    lookAt(80);
    assertThat(vigil.isSilent()).isTrue();

    pass(90);
    pulse.beat();
    assertThat(vigil.isSilent()).isFalse();
  }

  /// Somebody has waited from the beginning until then.
  private void lookAt(long millis) {
    pass(millis);
    vigil.look(0, nowNanos);
  }

  private void pass(long millis) {
    nowNanos = TimeUnit.MILLISECONDS.toNanos(millis);
  }
}
