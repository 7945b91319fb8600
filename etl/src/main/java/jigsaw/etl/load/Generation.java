package jigsaw.etl.load;

import jigsaw.catalog.GenerationTables;

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

  boolean isPrevious() {
    return state.equals(PREVIOUS);
  }

  boolean isNeeded() {
    return isLive() || isPrevious();
  }
}
