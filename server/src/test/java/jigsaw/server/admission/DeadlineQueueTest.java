package jigsaw.server.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
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
    assertThat(takeAlone()).containsExactly("a");
    assertThat(takeAlone()).containsExactly("b");
    assertThat(takeAlone()).isEmpty();
  }

  @Test
  void givesOutTogetherWhatJoinsTheFirst() throws InterruptedException {
    DeadlineQueue<String> mixed = new DeadlineQueue<>(6, Duration.ofMillis(100), clock::get);
    List.of("a1", "a2", "a3", "b1", "a4", "a5").forEach(mixed::offer);
    assertThat(takeTwo(mixed)).containsExactly("a1", "a2");
    assertThat(takeTwo(mixed)).containsExactly("a3");
    assertThat(takeTwo(mixed)).containsExactly("b1");
    assertThat(takeTwo(mixed)).containsExactly("a4", "a5");
    assertThat(takeTwo(mixed)).isEmpty();
  }

  @Test
  void tellsHowMuchWaitsToWhoAsksForAShare() throws InterruptedException {
    queue.offer("a");
    queue.offer("b");
    List<Integer> lengths = new ArrayList<>();
    queue.take(
        Duration.ZERO,
        waiting -> {
          lengths.add(waiting);
          return 1;
        },
        (_, _) -> true);
    assertThat(lengths).containsExactly(2);
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
  void refusesAtOnceWhatWouldWaitForMoreThanHalfOfTheTime() throws InterruptedException {
    DeadlineQueue<String> paced = paced(Duration.ofMillis(10));
    List<Boolean> accepted = Stream.generate(() -> paced.offer("a")).limit(20).toList();
    // Those before the sixth take 50 ms, half of what it may wait.
    assertThat(accepted.subList(0, 6)).containsOnly(true);
    assertThat(accepted.subList(6, 20)).containsOnly(false);
    assertThat(paced.refusedCount()).isEqualTo(14);
  }

  @Test
  void takesMoreAgainWhenItMovesFaster() throws InterruptedException {
    DeadlineQueue<String> paced = paced(Duration.ofMillis(60));
    List<Boolean> accepted = Stream.generate(() -> paced.offer("a")).limit(3).toList();
    assertThat(accepted).containsExactly(true, true, false);
    for (int taken = 0; taken < 200; taken++) {
      moveOn(paced, Duration.ofMillis(1));
      paced.offer("a");
      paced.offer("a");
    }
    assertThat(paced.length()).isGreaterThan(10);
  }

  @Test
  void takesOnePauseForNoNewPace() throws InterruptedException {
    DeadlineQueue<String> paced = paced(Duration.ofMillis(1));
    List.of("a", "b", "c").forEach(paced::offer);
    moveOn(paced, Duration.ofMillis(1));
    moveOn(paced, Duration.ofMillis(90));
    assertThat(Stream.generate(() -> paced.offer("a")).limit(40)).containsOnly(true);
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

  /// An empty queue that has moved at this pace while it was not.
  private DeadlineQueue<String> paced(Duration pace) throws InterruptedException {
    DeadlineQueue<String> paced = new DeadlineQueue<>(100, Duration.ofMillis(100), clock::get);
    paced.offer("a");
    for (int taken = 0; taken < 500; taken++) {
      paced.offer("a");
      moveOn(paced, pace);
    }
    moveOn(paced, pace);
    return paced;
  }

  private void moveOn(DeadlineQueue<String> paced, Duration pace) throws InterruptedException {
    clock.addAndGet(pace.toNanos());
    assertThat(paced.take(Duration.ZERO, _ -> 1, (_, _) -> true)).hasSize(1);
  }

  private List<String> takeAlone() throws InterruptedException {
    return queue.take(Duration.ZERO, _ -> 1, (_, _) -> true);
  }

  private static List<String> takeTwo(DeadlineQueue<String> from) throws InterruptedException {
    return from.take(Duration.ZERO, _ -> 2, (first, next) -> first.charAt(0) == next.charAt(0));
  }
}
