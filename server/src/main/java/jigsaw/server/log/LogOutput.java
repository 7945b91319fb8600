package jigsaw.server.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.UnsynchronizedAppenderBase;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;
import jigsaw.catalog.settings.LogFormat;

/// Writes each entry with one call, so that those of several threads do not mix. Warnings and
/// errors are counted, and of one kind only some are written within a time.
final class LogOutput extends UnsynchronizedAppenderBase<ILoggingEvent> {
  private final LogFormat format;
  private final PrintStream out;
  private final RepeatLimit limit;
  private final LongAdder errors = new LongAdder();
  private final LongAdder warnings = new LongAdder();

  LogOutput(LogFormat format, PrintStream out, LongSupplier nanoTime) {
    this.format = format;
    this.out = out;
    limit = new RepeatLimit(nanoTime);
  }

  @Override
  protected void append(ILoggingEvent event) {
    long before = 0;
    if (event.getLevel().isGreaterOrEqual(Level.WARN)) {
      (event.getLevel().isGreaterOrEqual(Level.ERROR) ? errors : warnings).increment();
      before = limit.enter(event.getLoggerName() + ' ' + event.getMessage());
    }
    if (before != RepeatLimit.HELD_BACK) {
      byte[] line = LogEntry.of(event, before).in(format).getBytes(StandardCharsets.UTF_8);
      out.write(line, 0, line.length);
      out.flush();
    }
  }

  LongAdder errors() {
    return errors;
  }

  LongAdder warnings() {
    return warnings;
  }

  long heldBack() {
    return limit.heldBack();
  }
}
