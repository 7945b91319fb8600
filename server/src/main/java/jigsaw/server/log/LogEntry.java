package jigsaw.server.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import jigsaw.catalog.JsonLine;
import jigsaw.catalog.settings.LogFormat;

/// One entry of the log. `failure` is a stack trace, or empty; `heldBack` is how many entries of
/// its kind were left out before it.
record LogEntry(
    Instant time,
    String level,
    String logger,
    String thread,
    String message,
    String failure,
    long heldBack) {
  private static final DateTimeFormatter LOCAL_TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSXXX", Locale.ROOT)
          .withZone(ZoneId.systemDefault());

  static LogEntry of(ILoggingEvent event, long heldBack) {
    return new LogEntry(
        event.getInstant(),
        event.getLevel().toString(),
        event.getLoggerName(),
        event.getThreadName(),
        event.getFormattedMessage(),
        event.getThrowableProxy() == null
            ? ""
            : ThrowableProxyUtil.asString(event.getThrowableProxy()),
        heldBack);
  }

  /// The entry with the line break at its end. As text, `2026-01-31T12:00:00.000Z INFO Server -
  /// Serving` and a stack trace on lines of its own; as JSON, one line with the keys `time` (RFC
  /// 3339, UTC), `level`, `logger`, `thread`, `message`, and where there is something to tell
  /// `failure` and `heldBack`.
  String in(LogFormat format) {
    return switch (format) {
      case TEXT -> text();
      case JSON -> json();
    };
  }

  private String text() {
    StringBuilder line = new StringBuilder(128);
    line.append(LOCAL_TIME.format(time)).append(' ').append(level);
    line.repeat(' ', Math.max(1, 6 - level.length()));
    line.append(logger, logger.lastIndexOf('.') + 1, logger.length()).append(" - ");
    line.append(message);
    if (heldBack > 0) {
      line.append(" (").append(heldBack).append(" like this were left out)");
    }
    return line.append('\n').append(failure).toString();
  }

  private String json() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("time", time.truncatedTo(ChronoUnit.MILLIS));
    fields.put("level", level.toLowerCase(Locale.ROOT));
    fields.put("logger", logger);
    fields.put("thread", thread);
    fields.put("message", message);
    if (!failure.isEmpty()) {
      fields.put("failure", failure);
    }
    if (heldBack > 0) {
      fields.put("heldBack", heldBack);
    }
    return JsonLine.of(fields) + '\n';
  }
}
