package jigsaw.etl.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class TsvLinesTest {
  @Test
  void dividesFieldsByTabsAndRowsByLineFeeds() {
    TsvLines lines = new TsvLines(1);
    lines.number(0).number(2_147_483_647).text("a").endRow();
    lines.number(7).nothing().cents(1_205).cents(0).endRow();
    assertThat(text(lines)).isEqualTo("0\t2147483647\ta\n7\t\\N\t12.05\t0.00\n");
    assertThat(lines.length()).isZero();
  }

  @Test
  void escapesWhatWouldEndAField() {
    TsvLines lines = new TsvLines(16);
    lines.text("a\tb\\N\nc").binary(new byte[] {0, 9, 10, 92, -1}).endRow();
    assertThat(lines.take())
        .isEqualTo("a\\\tb\\\\N\\\nc\t\\0\\\t\\\n\\\\ÿ\n".getBytes(StandardCharsets.ISO_8859_1));
  }

  @Test
  void writesUtf8() {
    TsvLines lines = new TsvLines(1);
    String text = "é☃😀ÿ\u0800\uFFFD\u007f\u0080";
    lines.text(text.repeat(100)).endRow();
    assertThat(text(lines)).isEqualTo(text.repeat(100) + "\n");
  }

  private static String text(TsvLines lines) {
    return new String(lines.take(), StandardCharsets.UTF_8);
  }
}
