package jigsaw.etl.progress;

import java.io.Console;
import java.util.Optional;

/// How progress is shown.
public enum ProgressStyle {
  BARS,
  LINES,
  QUIET;

  /// Bars for a person at a terminal, lines for anything else.
  public static ProgressStyle forThisProcess(boolean quiet) {
    if (quiet) {
      return QUIET;
    }
    boolean terminal = Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
    return terminal ? BARS : LINES;
  }
}
