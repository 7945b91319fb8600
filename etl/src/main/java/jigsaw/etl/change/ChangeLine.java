package jigsaw.etl.change;

import jigsaw.etl.csv.Reject;

/// A change with the line that brought it.
public record ChangeLine(Change change, String file, long line, String raw) {
  /// The reject of this line.
  public Reject reject(String column, String reason) {
    return new Reject(file, line, column, reason, raw);
  }
}
