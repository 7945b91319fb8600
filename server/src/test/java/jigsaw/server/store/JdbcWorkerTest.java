package jigsaw.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import jigsaw.server.admission.DeadlineQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JdbcWorkerTest {
  private static final Generation NEW = new Generation(2, "2-20260101000000000000", 1);

  private final BlockingQueue<Object> results = new LinkedBlockingQueue<>();
  private final DeadlineQueue<Job> queue =
      new DeadlineQueue<>(10, Duration.ofMinutes(1), System::nanoTime);
  private final Thread worker =
      new Thread(
          new JdbcWorker(
              queue,
              new JdbcExecutor.Limits(
                  1, 10, Duration.ofMinutes(1), Duration.ofMinutes(1), Duration.ofMinutes(1)),
              new EndlessSessions(),
              new Pulse(System::nanoTime, () -> {}, () -> {}),
              new LogLimit(Duration.ZERO)));
  private int asked;

  @BeforeEach
  void start() {
    worker.start();
  }

  @AfterEach
  void stop() throws InterruptedException {
    worker.interrupt();
    worker.join();
  }

  @Test
  void refusesAQuestionThatFailsWhenAskedAgainAndGoesOn() throws InterruptedException {
    ask(_ -> failTwice());
    assertThat(results.poll(10, TimeUnit.SECONDS)).isEqualTo(Refusal.FAILED);
    assertThat(asked).isEqualTo(2);

    ask(_ -> "an answer");
    assertThat(results.poll(10, TimeUnit.SECONDS)).isEqualTo("an answer");
  }

  @Test
  void looksForADatabaseThatIsNotBehind() throws InterruptedException {
    ask(_ -> answerFromTheFifth());
    assertThat(results.poll(10, TimeUnit.SECONDS)).isEqualTo("an answer");
    assertThat(asked).isEqualTo(5);
  }

  @Test
  void replacesBrokenConnectionsUntilOneAnswers() throws InterruptedException {
    ask(_ -> answerAfterTwoBrokenConnections());
    assertThat(results.poll(10, TimeUnit.SECONDS)).isEqualTo("an answer");
    assertThat(asked).isEqualTo(3);
  }

  @Test
  void refusesWhatNoDatabaseHasYet() throws InterruptedException {
    ask(_ -> {
      asked++;
      throw new BehindException(NEW);
    });
    assertThat(results.poll(10, TimeUnit.SECONDS)).isEqualTo(Refusal.UNREACHABLE);
    assertThat(asked).isBetween(1, 8);
  }

  private Object answerFromTheFifth() throws SQLException {
    asked++;
    if (asked < 5) {
      throw new BehindException(NEW);
    }
    return "an answer";
  }

  private Object answerAfterTwoBrokenConnections() throws SQLException {
    asked++;
    if (asked < 3) {
      throw new SQLRecoverableException("the connection is lost");
    }
    return "an answer";
  }

  private Object failTwice() throws SQLException {
    asked++;
    if (asked == 1) {
      throw new SQLRecoverableException("the connection is lost");
    }
    throw new IllegalStateException("thrown on purpose");
  }

  private void ask(Question.Query<Object> query) {
    assertThat(queue.offer(new Question<>(query, refusal -> refusal, results::add))).isTrue();
  }

  @Test
  void asksTogetherForWhatWaitsSideBySide() throws InterruptedException {
    CountDownLatch busy = new CountDownLatch(1);
    CountDownLatch free = new CountDownLatch(1);
    ask(_ -> block(busy, free));
    busy.await();
    for (String name : List.of("a", "b", "c")) {
      assertThat(queue.offer(new Joining(List.of(name), results))).isTrue();
    }
    free.countDown();
    assertThat(results.poll(10, TimeUnit.SECONDS)).isEqualTo("free");
    assertThat(results.poll(10, TimeUnit.SECONDS)).isEqualTo(List.of("a", "b", "c"));
  }

  private static Object block(CountDownLatch busy, CountDownLatch free) throws SQLException {
    busy.countDown();
    try {
      free.await();
      return "free";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SQLException(e);
    }
  }

  /// Its result is the names of all that were asked together.
  private record Joining(List<String> names, BlockingQueue<Object> results) implements Job {
    @Override
    public Runnable ask(Session session) {
      return () -> results.add(names);
    }

    @Override
    public void refuse(Refusal reason) {
      results.add(reason);
    }

    @Override
    public boolean joins(Job next) {
      return next instanceof Joining;
    }

    @Override
    public Job with(List<Job> joined) {
      List<String> all = new ArrayList<>(names);
      joined.forEach(job -> all.addAll(((Joining) job).names));
      return new Joining(all, results);
    }
  }
}
