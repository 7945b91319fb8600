package jigsaw.catalog.settings;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// From which weight on an entry is written to the log, from few entries to many.
public enum LogLevel {
  ERROR,
  WARN,
  INFO,
  DEBUG,
  TRACE;

  /// All of them, as people write them.
  public static List<String> names() {
    return Arrays.stream(values()).map(LogLevel::toString).toList();
  }

  /// As people write it.
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
