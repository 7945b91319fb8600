package jigsaw.etl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RejectLimitTest {
  @Test
  void readsNumbersAndPercentages() {
    assertThat(RejectLimit.parse("1000")).isEqualTo(new RejectLimit.Count(1_000));
    assertThat(RejectLimit.parse("1%")).isEqualTo(new RejectLimit.Percent(1));
    assertThat(RejectLimit.parse("0.25%")).isEqualTo(new RejectLimit.Percent(0.25));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "%", "-1", "1.5", "1,5%", "many", "1 %", "9999999999999999999"})
  void refusesAnythingElse(String text) {
    assertThatThrownBy(() -> RejectLimit.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'" + text + "'");
  }

  @Test
  void stopsEarlyOnlyForANumber() {
    assertThat(new RejectLimit.Count(2).isExceededBy(2)).isFalse();
    assertThat(new RejectLimit.Count(2).isExceededBy(3)).isTrue();
    assertThat(new RejectLimit.Percent(0).isExceededBy(1_000)).isFalse();
  }
}
