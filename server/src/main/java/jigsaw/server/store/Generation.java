package jigsaw.server.store;

import jigsaw.catalog.GenerationTables;

/// One complete load of the catalogue, as the register describes it.
///
/// `tag` names the load for all time, also across databases that were made anew and count from one
/// again; caches outside this process put it into their keys.
public record Generation(int id, String tag, long products) {
  GenerationTables tables() {
    return new GenerationTables(id);
  }
}
