package jigsaw.server.cache;

import jigsaw.server.content.Pending;
import jigsaw.server.store.CatalogKey;

/// A fetch under way and those who wait for it.
record Flight(long key, Pending pending) {
  @Override
  public String toString() {
    return CatalogKey.kind(key) + " " + CatalogKey.subject(key);
  }
}
