package jigsaw.etl.load;

import jigsaw.catalog.GenerationTables;
import jigsaw.catalog.Schema;

/// One row of the register: a load and what has become of it. Times are UTC; `finishedAt` is empty
/// for an unfinished load.
public record Generation(
    int id, String state, int schemaVersion, int products, String startedAt, String finishedAt) {

  static final String LOADING = "loading";
  static final String LIVE = "live";
  static final String PREVIOUS = "previous";
  static final String RETIRED = "retired";

  public GenerationTables tables() {
    return new GenerationTables(id);
  }

  public boolean isLive() {
    return state.equals(LIVE);
  }

  /// Checks that its tables may be read and changed.
  ///
  /// @throws DatabaseException if it has other tables than this program knows
  public void requireKnownTables() {
    if (schemaVersion != Schema.VERSION) {
      throw DatabaseException.failed(
          "the "
              + state
              + " generation has schema version "
              + schemaVersion
              + ", expected "
              + Schema.VERSION);
    }
  }

  boolean isPrevious() {
    return state.equals(PREVIOUS);
  }

  boolean isNeeded() {
    return isLive() || isPrevious();
  }
}
