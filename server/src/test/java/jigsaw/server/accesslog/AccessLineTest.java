package jigsaw.server.accesslog;

import static org.assertj.core.api.Assertions.assertThat;

import jigsaw.catalog.settings.LogFormat;
import jigsaw.server.http.AccessEntry;
import org.junit.jupiter.api.Test;

class AccessLineTest {
  @Test
  void writesTheCommonLogFormat() {
    assertThat(AccessLine.of(entry("/products?count=5"), LogFormat.TEXT))
        .matches(
            "10\\.0\\.0\\.7 - - \\[\\d\\d/[A-Z][a-z]{2}/\\d{4}:\\d\\d:\\d\\d:\\d\\d [+-]\\d{4}]"
                + " \"GET /products\\?count=5 HTTP/1\\.1\" 200 364 0\\.000041 ab-1\n");
  }

  @Test
  void letsNoTargetEndItsQuotes() {
    assertThat(AccessLine.of(entry("/a\"b\\c"), LogFormat.TEXT))
        .contains("\"GET /a\\x22b\\x5Cc HTTP/1.1\"");
  }

  @Test
  void writesJson() {
    assertThat(AccessLine.of(entry("/a\"b"), LogFormat.JSON))
        .isEqualTo(
            "{\"time\":\"2026-01-31T12:00:00.250Z\",\"id\":\"ab-1\",\"client\":\"10.0.0.7\","
                + "\"method\":\"GET\",\"target\":\"/a\\\"b\",\"protocol\":\"HTTP/1.1\","
                + "\"status\":200,\"bytes\":364,\"micros\":41}\n");
  }

  private static AccessEntry entry(String target) {
    return new AccessEntry(
        1_769_860_800_250L, "10.0.0.7", "ab-1", "GET", target, "HTTP/1.1", 200, 364, 41_234);
  }
}
