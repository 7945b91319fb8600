package jigsaw.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import jigsaw.server.admission.DeadlineQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JdbcWorkerTest {
  private final BlockingQueue<Object> results = new LinkedBlockingQueue<>();
  private final DeadlineQueue<Job<?>> queue =
      new DeadlineQueue<>(10, Duration.ofMinutes(1), System::nanoTime);
  private final Thread worker =
      new Thread(
          new JdbcWorker(
              queue,
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

  private Object failTwice() throws SQLException {
    asked++;
    if (asked == 1) {
      throw new SQLRecoverableException("the connection is lost");
    }
    throw new IllegalStateException("thrown on purpose");
  }

  private void ask(Job.Query<Object> query) {
    assertThat(queue.offer(new Job<>(query, refusal -> refusal, results::add))).isTrue();
  }
}
