package jigsaw.loadtest.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Percentage.withPercentage;

import jigsaw.loadtest.study.QueueSimulation.Balance;
import org.junit.jupiter.api.Test;

/// Against what queueing theory knows exactly.
final class QueueSimulationTest {
  private static final int REQUESTS = 2_000_000;

  @Test
  void oneProcessorIsTheQueueOfTheTextbooks() {
    // M/M/1 at 80 %: S / (1 - 0.8), and exponential, so that p99 = mean * ln 100.
    var result = new QueueSimulation(800, 1).run(1, Balance.FIRST_FREE, REQUESTS);
    assertThat(result.mean()).isCloseTo(5, withPercentage(3));
    assertThat(result.p99()).isCloseTo(5 * Math.log(100), withPercentage(5));
  }

  @Test
  void oneQueueForTwoIsShorter() {
    // M/M/2 at 50 %: S / (1 - 0.25).
    var result = new QueueSimulation(1000, 1).run(2, Balance.FIRST_FREE, REQUESTS);
    assertThat(result.mean()).isCloseTo(4.0 / 3, withPercentage(1));
  }

  @Test
  void queuesOfTheirOwnAreAsManyTextbooks() {
    var result = new QueueSimulation(50_000, 1).run(100, Balance.RANDOM, REQUESTS);
    assertThat(result.mean()).isCloseTo(2, withPercentage(1));
  }

  @Test
  void tooFewAreRefused() {
    assertThatThrownBy(() -> new QueueSimulation(1000, 1).run(1, Balance.RANDOM, 10))
        .hasMessage("1 processors cannot keep up with 1000 requests/s");
  }
}
