package jigsaw.catalog.settings;

/// How a program writes its log.
public enum LogFormat {
  /// For people.
  TEXT,

  /// One JSON object a line, for collectors of logs.
  JSON
}
