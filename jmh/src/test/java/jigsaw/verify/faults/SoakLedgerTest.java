package jigsaw.verify.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SoakLedgerTest {
  private static final long MILLISECOND = 1_000_000;

  @Test
  void keepsItsPromisesWhenAllIsRight() {
    assertThat(verdict(shot(Kind.COLD, right -> {}), false)).isTrue();
    assertThat(verdict(shot(Kind.UNKNOWN, unknown -> unknown.status = 404), false)).isTrue();
  }

  @Test
  void noticesAWrongBody() {
    assertThat(verdict(shot(Kind.COLD, wrong -> wrong.wrongBody = true), true)).isFalse();
  }

  @Test
  void noticesWhatHangsOrBreaks() {
    assertThat(verdict(shot(Kind.COLD, hung -> hung.endNanos = 0), true)).isFalse();
    assertThat(verdict(shot(Kind.COLD, broken -> broken.status = 0), true)).isFalse();
  }

  @Test
  void noticesAnUnknownProductThatIsFound() {
    assertThat(verdict(shot(Kind.UNKNOWN, found -> {}), true)).isFalse();
  }

  @Test
  void allowsRefusalsOnlyWhileTheDatabaseIsAway() {
    Shot refused =
        shot(
            Kind.COLD,
            shot -> {
              shot.status = 503;
              shot.retryAfter = true;
            });
    assertThat(verdict(refused, true)).isTrue();
    assertThat(verdict(refused, false)).isFalse();
  }

  @Test
  void wantsRetryAfterWithEveryRefusal() {
    assertThat(verdict(shot(Kind.COLD, bare -> bare.status = 503), true)).isFalse();
  }

  /// Among a hundred right ones, and some in calm.
  private static boolean verdict(Shot one, boolean excused) {
    SoakLedger ledger = new SoakLedger();
    List<Shot> others =
        IntStream.range(0, 100).mapToObj(_ -> shot(Kind.COLD, right -> {})).toList();
    ledger.add(new Shots(others), false);
    ledger.add(new Shots(List.of(one)), excused);
    Promises promises = new Promises();
    ledger.judge(promises);
    return promises.allKept();
  }

  private static Shot shot(Kind kind, Consumer<Shot> change) {
    Shot shot = new Shot(kind, 80, "/products/1", 0);
    shot.endNanos = MILLISECOND;
    shot.status = 200;
    change.accept(shot);
    return shot;
  }
}
