package jigsaw.etl.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LineProgressTest {
  @Test
  void printsALineEveryFiveSeconds() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    AtomicLong clock = new AtomicLong();
    try (Progress progress =
        new LineProgress(
            "load", "rows", 1000, new PrintStream(out, true, StandardCharsets.UTF_8), clock::get)) {
      progress.advance(100);
      clock.addAndGet(Duration.ofMillis(5001).toNanos());
      progress.advance(400);
      clock.addAndGet(Duration.ofSeconds(1).toNanos());
      progress.advance(10);
    }
    assertThat(out.toString(StandardCharsets.UTF_8))
        .isEqualTo("load: 500 of 1,000 rows (50 %), 100/s, 5 s to go\n");
  }
}
