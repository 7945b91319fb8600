package jigsaw.server.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class DeadlineQueueTest {
  private final AtomicLong clock = new AtomicLong();
  private final DeadlineQueue<String> queue =
      new DeadlineQueue<>(2, Duration.ofMillis(100), clock::get);

  @Test
  void refusesWhatDoesNotFit() {
    assertThat(queue.offer("a")).isTrue();
    assertThat(queue.offer("b")).isTrue();
    assertThat(queue.offer("c")).isFalse();
    assertThat(queue.refusedCount()).isEqualTo(1);
    assertThat(queue.length()).isEqualTo(2);
  }

  @Test
  void givesWorkOutInOrder() throws InterruptedException {
    queue.offer("a");
    queue.offer("b");
    List<String> taken = new ArrayList<>();
    assertThat(queue.poll(Duration.ZERO, taken::add)).isTrue();
    assertThat(queue.poll(Duration.ZERO, taken::add)).isTrue();
    assertThat(queue.poll(Duration.ZERO, taken::add)).isFalse();
    assertThat(taken).containsExactly("a", "b");
  }

  @Test
  void expiresOnlyWhatHasWaitedTooLong() {
    queue.offer("old");
    clock.addAndGet(Duration.ofMillis(60).toNanos());
    queue.offer("young");
    clock.addAndGet(Duration.ofMillis(41).toNanos());
    List<String> expired = new ArrayList<>();
    queue.expire(expired::add);
    assertThat(expired).containsExactly("old");
    assertThat(queue.expiredCount()).isEqualTo(1);
    assertThat(queue.length()).isEqualTo(1);
  }

  @Test
  void drainsEverything() {
    queue.offer("a");
    queue.offer("b");
    List<String> drained = new ArrayList<>();
    queue.drain(drained::add);
    assertThat(drained).containsExactly("a", "b");
    assertThat(queue.length()).isZero();
  }
}
