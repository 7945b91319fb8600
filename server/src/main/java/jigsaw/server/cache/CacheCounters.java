package jigsaw.server.cache;

import java.util.concurrent.atomic.LongAdder;

/// Where answers came from, counted since the start.
public final class CacheCounters {
  final LongAdder localHits = new LongAdder();
  final LongAdder staleHits = new LongAdder();
  final LongAdder negativeHits = new LongAdder();
  final LongAdder joinedFlights = new LongAdder();
  final LongAdder sharedHits = new LongAdder();
  final LongAdder storeFetches = new LongAdder();
  final LongAdder staleOnError = new LongAdder();
  final LongAdder unavailable = new LongAdder();

  /// Fresh answers from this process's memory.
  public long localHits() {
    return localHits.sum();
  }

  /// Answers past their time, served while a new one was fetched.
  public long staleHits() {
    return staleHits.sum();
  }

  /// Unknown ids that were still remembered.
  public long negativeHits() {
    return negativeHits.sum();
  }

  /// Requests that waited for a fetch that another one had begun.
  public long joinedFlights() {
    return joinedFlights.sum();
  }

  /// Answers from Redis.
  public long sharedHits() {
    return sharedHits.sum();
  }

  /// Questions to the store.
  public long storeFetches() {
    return storeFetches.sum();
  }

  /// Answers past their time, served because no new one could be fetched.
  public long staleOnError() {
    return staleOnError.sum();
  }

  /// Fetches that ended with nothing to serve.
  public long unavailable() {
    return unavailable.sum();
  }
}
