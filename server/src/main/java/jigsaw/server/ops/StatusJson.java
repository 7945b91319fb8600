package jigsaw.server.ops;

import java.util.Map;
import java.util.stream.Collectors;

/// Writes nested maps of numbers, truth values and plain texts of the server's own as JSON.
final class StatusJson {
  private StatusJson() {}

  static String of(Object value) {
    return switch (value) {
      case Map<?, ?> map ->
          map.entrySet().stream()
              .map(entry -> quoted(entry.getKey()) + ":" + of(entry.getValue()))
              .collect(Collectors.joining(",", "{", "}"));
      case Number number -> number.toString();
      case Boolean truth -> truth.toString();
      default -> quoted(value);
    };
  }

  private static String quoted(Object text) {
    return '"' + text.toString().replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
