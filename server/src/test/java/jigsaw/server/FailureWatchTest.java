package jigsaw.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import jigsaw.catalog.settings.LogFormat;
import jigsaw.catalog.settings.LogLevel;
import jigsaw.server.log.Logging;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.event.Level;

class FailureWatchTest {
  private final ByteArrayOutputStream written = new ByteArrayOutputStream();
  private final AtomicLong refusals = new AtomicLong(40);
  private final AtomicLong others = new AtomicLong();

  @AfterEach
  void logAsBefore() {
    Logging.start(LogFormat.TEXT, LogLevel.INFO, System.err);
  }

  @Test
  void tellsOnceHowOftenEachKindHappenedSinceTheLastLook() {
    Logging.start(
        LogFormat.TEXT, LogLevel.INFO, new PrintStream(written, true, StandardCharsets.UTF_8));
    FailureWatch watch =
        new FailureWatch(
            List.of(
                new FailureWatch.Kind(Level.WARN, "{} were refused", refusals::get),
                new FailureWatch.Kind(Level.INFO, "{} were odd", others::get)));
    watch.look();
    assertThat(lines()).isEmpty();
    refusals.addAndGet(1_000);
    watch.look();
    watch.look();
    assertThat(lines())
        .singleElement()
        .asString()
        .contains("WARN")
        .endsWith("FailureWatch - 1000 were refused");
    others.incrementAndGet();
    watch.close();
    assertThat(lines()).hasSize(2);
    assertThat(lines().getLast()).contains("INFO").endsWith("1 were odd");
  }

  private List<String> lines() {
    return written.toString(StandardCharsets.UTF_8).lines().toList();
  }
}
