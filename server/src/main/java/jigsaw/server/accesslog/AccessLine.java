package jigsaw.server.accesslog;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import jigsaw.catalog.JsonLine;
import jigsaw.catalog.settings.LogFormat;
import jigsaw.server.http.AccessEntry;

/// Writes an entry as a line: as text, the Common Log Format that web servers have in common, with
/// the seconds that the answer took and the request's id behind it; as JSON, one object.
final class AccessLine {
  private static final DateTimeFormatter COMMON =
      DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ROOT)
          .withZone(ZoneId.systemDefault());

  private AccessLine() {}

  static String of(AccessEntry entry, LogFormat format) {
    return switch (format) {
      case TEXT -> text(entry);
      case JSON -> json(entry);
    };
  }

  /// Such as `10.0.0.7 - - [31/Jan/2026:12:00:00 +0000] "GET /products/1 HTTP/1.1" 200 364 0.000041
  /// 4bf92f3577b34da6`. A quotation mark or backslash in a target is written `\x22` or `\x5C`, as
  /// nginx does.
  private static String text(AccessEntry entry) {
    return entry.client()
        + " - - ["
        + COMMON.format(Instant.ofEpochMilli(entry.epochMillis()))
        + "] \""
        + entry.method()
        + ' '
        + quotable(entry.target())
        + ' '
        + entry.protocol()
        + "\" "
        + entry.status()
        + ' '
        + entry.bytes()
        + ' '
        + String.format(Locale.ROOT, "%.6f", entry.nanos() / 1e9)
        + ' '
        + entry.id()
        + '\n';
  }

  private static String json(AccessEntry entry) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("time", Instant.ofEpochMilli(entry.epochMillis()).truncatedTo(ChronoUnit.MILLIS));
    fields.put("id", entry.id());
    fields.put("client", entry.client());
    fields.put("method", entry.method());
    fields.put("target", entry.target());
    fields.put("protocol", entry.protocol());
    fields.put("status", entry.status());
    fields.put("bytes", entry.bytes());
    fields.put("micros", entry.nanos() / 1_000);
    return JsonLine.of(fields) + '\n';
  }

  private static String quotable(String target) {
    return target.replace("\\", "\\x5C").replace("\"", "\\x22");
  }
}
