package jigsaw.server.cache;

import jigsaw.server.content.Pending;
import jigsaw.server.store.CatalogKey;

/// A fetch under way and those who wait for it.
///
/// `stamp` is what [jigsaw.server.store.ChangeStamps] said of the key when the fetch began: what
/// comes back is at least as new as that.
record Flight(long key, long stamp, Pending pending) {
  @Override
  public String toString() {
    return CatalogKey.kind(key) + " " + CatalogKey.subject(key);
  }
}
