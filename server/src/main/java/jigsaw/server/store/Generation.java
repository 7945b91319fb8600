package jigsaw.server.store;

import jigsaw.catalog.GenerationTables;

/// One complete load of the catalogue, as the register describes it.
///
/// `tag` names the load for all time, also across databases that were made anew and count from one
/// again; caches outside this process put it into their keys.
public record Generation(int id, String tag, long products) {
  /// The number of the first page beyond the end of a list in pages of `count` products.
  public long firstEmptyPage(int count) {
    return (products + count - 1) / count + 1;
  }

  GenerationTables tables() {
    return new GenerationTables(id);
  }
}
