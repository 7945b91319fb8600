package jigsaw.catalog.settings;

import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/// How a program writes its log: the options that the ETL, all its commands, and the server share.
public final class LogOptions {
  @Option(
      names = "--log-format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      scope = ScopeType.INHERIT,
      description = "How the log is written: text or json (default: ${DEFAULT-VALUE}).")
  private LogFormat format = LogFormat.TEXT;

  @Option(
      names = "--log-level",
      paramLabel = "LEVEL",
      defaultValue = "info",
      scope = ScopeType.INHERIT,
      description =
          "What is logged: error, warn, info, debug or trace (default: ${DEFAULT-VALUE}).")
  private LogLevel level = LogLevel.INFO;

  public LogFormat format() {
    return format;
  }

  public LogLevel level() {
    return level;
  }

  public boolean isJson() {
    return format == LogFormat.JSON;
  }
}
