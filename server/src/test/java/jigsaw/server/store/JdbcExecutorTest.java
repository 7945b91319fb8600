package jigsaw.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JdbcExecutorTest {
  private static final Duration NEVER = Duration.ofHours(1);

  private final BlockingQueue<Object> results = new LinkedBlockingQueue<>();
  private final CountDownLatch resumed = new CountDownLatch(1);
  private final CountDownLatch asked = new CountDownLatch(1);
  private final Pulse pulse = new Pulse(System::nanoTime, asked::countDown, () -> {});
  private final JdbcExecutor executor =
      new JdbcExecutor(
          "test-db-",
          new JdbcExecutor.Limits(1, 10, NEVER, Duration.ofMillis(20), NEVER),
          new EndlessSessions(),
          pulse);

  @BeforeEach
  void start() {
    executor.start();
    executor.open();
  }

  @AfterEach
  void stop() {
    resumed.countDown();
    executor.close();
  }

  @Test
  void tellsThoseWhoWaitForASilentDatabaseAndThoseBehindThem() throws InterruptedException {
    ask("hangs", resumed);
    ask("waits", resumed);

    assertThat(next()).isEqualTo(Refusal.UNREACHABLE);
    assertThat(next()).isEqualTo(Refusal.UNREACHABLE);
    assertThat(asked.getCount()).isZero();
  }

  @Test
  void refusesAtOnceWhileTheDatabaseIsSilent() throws InterruptedException {
    ask("hangs", resumed);
    assertThat(next()).isEqualTo(Refusal.UNREACHABLE);

    ask("comes later", resumed);
    assertThat(results.poll()).isEqualTo(Refusal.UNREACHABLE);
  }

  @Test
  void handsOverWhatComesAfterTheRefusalAndGoesOn() throws InterruptedException {
    ask("late", resumed);
    assertThat(next()).isEqualTo(Refusal.UNREACHABLE);

    resumed.countDown();
    assertThat(next()).isEqualTo("late");
    ask("soon", resumed);
    assertThat(next()).isEqualTo("soon");
  }

  private Object next() throws InterruptedException {
    return results.poll(10, TimeUnit.SECONDS);
  }

  private void ask(Object result, CountDownLatch moment) {
    executor.execute(new Question<>(_ -> answer(result, moment), refusal -> refusal, results::add));
  }

  private static Object answer(Object result, CountDownLatch moment) throws SQLException {
    try {
      moment.await();
      return result;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SQLException(e);
    }
  }

  @Test
  void cutsOffAQuestionThatTakesTooLong() throws InterruptedException {
    CountDownLatch cutOff = new CountDownLatch(1);
    JdbcExecutor limited =
        new JdbcExecutor(
            "test-db-limited-",
            // Longer than the time in which a failed question is asked again.
            new JdbcExecutor.Limits(1, 10, NEVER, NEVER, Duration.ofMillis(150)),
            new EndlessSessions(cutOff::countDown),
            pulse);
    limited.start();
    limited.open();
    limited.execute(
        new Question<>(
            _ -> {
              answer("", cutOff);
              throw new SQLRecoverableException("the connection is closed");
            },
            refusal -> refusal,
            results::add));
    assertThat(next()).isEqualTo(Refusal.UNREACHABLE);
    limited.close();
  }
}
