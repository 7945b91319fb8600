package jigsaw.verify.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class VitalsTest {
  private static final int SAMPLES = 40;

  @Test
  void keepsItsPromisesWhenNothingGrows() {
    assertThat(verdict(minute -> 50)).isTrue();
  }

  @Test
  void forgivesTheFirstQuarter() {
    assertThat(verdict(minute -> minute < SAMPLES / 4 ? 10 + minute : 50)).isTrue();
  }

  @Test
  void noticesWhatGrowsSlowly() {
    assertThat(verdict(minute -> 50 + minute / 5.0)).isFalse();
  }

  @Test
  void saysNothingGoodOfTooFewSamples() {
    Promises promises = new Promises();
    Vitals.judge(List.of(vitals(0, 50)), promises);
    assertThat(promises.allKept()).isFalse();
  }

  private static boolean verdict(IntToDoubleFunction heap) {
    Promises promises = new Promises();
    Vitals.judge(
        IntStream.range(0, SAMPLES)
            .mapToObj(minute -> vitals(minute, heap.applyAsDouble(minute)))
            .toList(),
        promises);
    return promises.allKept();
  }

  private static Vitals vitals(int minute, double heapMib) {
    return new Vitals(minute, heapMib, 3, 260, 100, 36);
  }
}
