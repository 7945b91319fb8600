package jigsaw.etl.parallel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
final class TasksTest {
  private final Tasks tasks = new Tasks(Duration.ofMillis(100));
  private final CountDownLatch released = new CountDownLatch(1);

  @Test
  void reportsAnInterruptionThoughATaskDoesNotEnd() {
    tasks.add(this::ignoreInterrupts);
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> tasks.run(() -> {})).isInstanceOf(InterruptedException.class);
    released.countDown();
  }

  @Test
  void reportsTheFirstFailureThoughATaskDoesNotEnd() {
    IllegalArgumentException failure = new IllegalArgumentException("first");
    tasks.add(this::ignoreInterrupts);
    tasks.add(() -> {
      throw failure;
    });
    assertThatThrownBy(() -> tasks.run(() -> {})).isSameAs(failure);
    released.countDown();
  }

  @Test
  void freesTasksByCancellingThem() throws InterruptedException {
    CountDownLatch ended = new CountDownLatch(1);
    tasks.add(() -> {
      ignoreInterrupts();
      ended.countDown();
      return ended;
    });
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> tasks.run(released::countDown))
        .isInstanceOf(InterruptedException.class);
    assertThat(ended.await(10, TimeUnit.SECONDS)).isTrue();
  }

  private boolean ignoreInterrupts() {
    while (released.getCount() > 0) {
      Thread.onSpinWait();
    }
    return true;
  }
}
