package jigsaw.server.store;

import java.util.concurrent.atomic.AtomicLongArray;

/// How new the answers of one generation have to be: a stamp for each key, which grows when a
/// change of prices or stock may have changed the answer. Safe for use by several threads.
///
/// Products share a fixed number of slots, whose stamps are the numbers of their last changes. So a
/// million changed products need no more memory than one, every server comes to the same stamps,
/// and a change costs the other products of its slot one fetch.
public final class ChangeStamps {
  /// A power of two.
  static final int SLOTS = 16_384;

  private final AtomicLongArray slots = new AtomicLongArray(SLOTS);
  // Written by one thread, after the slots.
  private volatile long latest;

  /// What an answer to `key` must at least have been made with; 0 if nothing has changed it.
  public long of(long key) {
    return switch (CatalogKey.kind(key)) {
      case STYLES -> slots.get(CatalogKey.subject(key) & SLOTS - 1);
      // Made of the styles of many products.
      case WHOLE_PAGE -> latest;
      case PRODUCT, RELATED, LIST_PAGE, LIST_AFTER -> 0;
    };
  }

  /// The number of the last change that was seen.
  public long latest() {
    return latest;
  }

  /// Notes the last change of a product; to be called in the order of the numbers and followed by
  /// [#sawAll]. One thread only.
  public void changed(int product, long number) {
    slots.set(product & SLOTS - 1, number);
  }

  /// All changes up to this one are noted.
  public void sawAll(long number) {
    latest = number;
  }
}
