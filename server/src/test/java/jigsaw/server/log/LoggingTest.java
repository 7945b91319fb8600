package jigsaw.server.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import jigsaw.catalog.settings.LogFormat;
import jigsaw.catalog.settings.LogLevel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class LoggingTest {
  private final ByteArrayOutputStream written = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(written, true, StandardCharsets.UTF_8);

  /// The log belongs to the whole process: other tests find it as it was.
  @AfterEach
  void logAsBefore() {
    var logging = Logging.start(LogFormat.TEXT, LogLevel.INFO, System.err);
    assertThat(logging.change("io.netty", "warn")).isTrue();
  }

  @Test
  void writesTextWithTimeLevelAndShortName() {
    Logging.start(LogFormat.TEXT, LogLevel.INFO, out);
    LoggerFactory.getLogger("jigsaw.server.A").warn("{} is broken", "x", new Exception("why"));
    assertThat(lines().getFirst())
        .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}\\S+ WARN  A - x is broken");
    assertThat(lines().get(1)).isEqualTo("java.lang.Exception: why");
  }

  @Test
  void writesOneJsonObjectALineWhateverIsLogged() {
    Logging.start(LogFormat.JSON, LogLevel.INFO, out);
    LoggerFactory.getLogger("jigsaw.server.A")
        .error("line 1\nline \"2\" \u001b[0m", new IllegalStateException("why"));
    assertThat(lines()).hasSize(1);
    assertThat(lines().getFirst())
        .matches(
            "\\{\"time\":\"[0-9T:.-]+Z\",\"level\":\"error\",\"logger\":\"jigsaw.server.A\",.*}")
        .contains("\"message\":\"line 1\\nline \\\"2\\\" \\u001B[0m\"")
        .contains("\"failure\":\"java.lang.IllegalStateException: why\\n\\tat ");
  }

  @Test
  void leavesOutWhatRepeatsAndCountsAll() {
    Logging logging = Logging.start(LogFormat.JSON, LogLevel.INFO, out);
    for (int i = 0; i < 100; i++) {
      LoggerFactory.getLogger("jigsaw.server.A").error("failed {}", i);
    }
    assertThat(lines()).hasSize(RepeatLimit.ENTRIES);
    assertThat(logging.entries())
        .hasEntrySatisfying("error", count -> assertThat(count.getAsLong()).isEqualTo(100))
        .hasEntrySatisfying("warn", count -> assertThat(count.getAsLong()).isZero());
    assertThat(logging.heldBack()).isEqualTo(100 - RepeatLimit.ENTRIES);
  }

  @Test
  void changesLevelsWhileItRuns() {
    Logging logging = Logging.start(LogFormat.TEXT, LogLevel.WARN, out);
    var logger = LoggerFactory.getLogger("jigsaw.server.A");
    logger.info("unheard");
    assertThat(logging.levels()).containsEntry("jigsaw", "warn");
    assertThat(logging.change("jigsaw", "DEBUG")).isTrue();
    logger.debug("heard");
    assertThat(logging.levels()).containsEntry("jigsaw", "debug");
    assertThat(lines()).singleElement().asString().endsWith("A - heard");
    assertThat(logging.change("io.netty", "off")).isTrue();
    assertThat(logging.levels()).containsEntry("io.netty", "off");
  }

  @Test
  void refusesUnknownLevelsAndLoggers() {
    Logging logging = Logging.start(LogFormat.TEXT, LogLevel.INFO, out);
    var before = logging.levels();
    assertThat(logging.change("jigsaw", "loud")).isFalse();
    assertThat(logging.change("jigsaw", "")).isFalse();
    assertThat(logging.change("com.example", "debug")).isFalse();
    assertThat(logging.levels()).isEqualTo(before);
  }

  private List<String> lines() {
    return written.toString(StandardCharsets.UTF_8).lines().toList();
  }
}
