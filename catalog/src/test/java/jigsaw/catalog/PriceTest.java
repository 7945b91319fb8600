package jigsaw.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PriceTest {
  @ParameterizedTest
  @CsvSource({
    "140, 140.00",
    "140.5, 140.50",
    "140.05, 140.05",
    "0, 0.00",
    "0.09, 0.09",
    "007, 7.00",
    "00000000000001, 1.00",
    "500000000, 500000000.00",
    "9999999999.99, 9999999999.99"
  })
  void readsAndWritesTwoDecimals(String text, String written) {
    assertThat(Price.parse(text))
        .hasValueSatisfying(price -> assertThat(price).hasToString(written));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "-1",
        "+1",
        ".5",
        "1.",
        "1.234",
        "1e3",
        "1,5",
        "1 ",
        "abc",
        "1.-1",
        "NaN",
        "10000000000",
        "99999999999999999999999999",
        "1.x",
        "٣",
        "null"
      })
  void readsNothingElse(String text) {
    assertThat(Price.parse(text)).isEmpty();
  }

  @Test
  void refusesCentsOutOfRange() {
    assertThatThrownBy(() -> new Price(-1)).hasMessageContaining("-1");
    assertThatThrownBy(() -> new Price(Price.MAX_CENTS + 1)).hasMessageContaining("expected 0 to");
  }
}
