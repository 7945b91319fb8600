package jigsaw.verify.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SoakMixTest {
  private static final int PRODUCTS = 1_000;
  private static final int SHOTS = 20_000;

  @Test
  void asksForNothingWhoseRightAnswerIsNotKnown() {
    Set<String> known = new HashSet<>(SoakMix.targets(PRODUCTS));
    SoakMix mix = new SoakMix(PRODUCTS, 80);
    Set<String> asked = new HashSet<>();
    for (int number = 0; number < SHOTS; number++) {
      Shot shot = mix.shot(number, 0);
      if (shot.kind == Kind.UNKNOWN) {
        assertThat(known).doesNotContain(shot.target);
      } else {
        asked.add(shot.target);
      }
    }
    assertThat(known).containsAll(asked);
    assertThat(asked)
        .anyMatch(target -> target.startsWith("/products?ids="))
        .anyMatch(target -> target.startsWith("/products?count="))
        .anyMatch(target -> target.endsWith("/page"));
  }
}
