package jigsaw.etl.csv;

import java.util.Optional;

/// Mends a known kind of damage in a line that does not parse.
public interface LineRepair {
  /// Knows no damage.
  LineRepair NONE = line -> Optional.empty();

  /// The mended line, or empty if the line has not the known damage.
  Optional<String> repair(String line);
}
