package jigsaw.etl.generate;

import java.io.Console;
import java.util.Optional;

/// How far one long step has come, for the person who waits for it.
interface Progress extends AutoCloseable {
  /// Adds `rows` finished rows; cheap enough to be called for every few thousand of them.
  void advance(long rows);

  @Override
  void close();

  /// Shows the step on standard error: as a bar with rows a second and time to go on a terminal, as
  /// a line every few seconds elsewhere.
  static Progress start(String task, String unit, long total) {
    return Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false)
        ? new TerminalProgress(task, unit, total)
        : new LineProgress(task, unit, total, System.err, System::nanoTime);
  }
}
