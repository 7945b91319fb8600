package jigsaw.server.cache;

/// A catalogue key as the local cache's map wants it, an object. What is looked up needs no new
/// object: each thread has one whose value it changes. That one never gets into the map.
final class CacheKey {
  // Boxing a number for each look-up would be the only garbage that a hit makes.
  private static final ThreadLocal<CacheKey> PROBE = ThreadLocal.withInitial(() -> new CacheKey(0));

  // Only a probe's is ever changed, by the thread that owns it.
  private long value;

  private CacheKey(long value) {
    this.value = value;
  }

  /// A key to keep.
  static CacheKey of(long value) {
    return new CacheKey(value);
  }

  /// A key to look up, good until this thread asks for the next one.
  static CacheKey probe(long value) {
    CacheKey probe = PROBE.get();
    probe.value = value;
    return probe;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CacheKey key && key.value == value;
  }

  @Override
  public int hashCode() {
    return Long.hashCode(value);
  }
}
