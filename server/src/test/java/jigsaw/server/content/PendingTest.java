package jigsaw.server.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PendingTest {
  private final AnswerEncoder encoder = new AnswerEncoder(new ConstantFields("no-cache", "*", 1));
  private final Answer answer = encoder.problem(Problem.UNKNOWN_PRODUCT);

  @Test
  void givesTheAnswerToEveryWaiterBeforeAndAfter() {
    Pending pending = new Pending();
    List<Answer> given = new ArrayList<>();
    pending.whenComplete(given::add);
    pending.whenComplete(given::add);
    assertThat(given).isEmpty();

    assertThat(pending.complete(answer)).isTrue();
    pending.whenComplete(given::add);

    assertThat(given).containsExactly(answer, answer, answer);
  }

  @Test
  void keepsTheFirstAnswer() {
    Pending pending = new Pending();
    pending.complete(answer);

    assertThat(pending.complete(encoder.problem(Problem.UNAVAILABLE))).isFalse();
    List<Answer> given = new ArrayList<>();
    pending.whenComplete(given::add);
    assertThat(given).containsExactly(answer);
  }
}
