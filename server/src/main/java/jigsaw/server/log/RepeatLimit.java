package jigsaw.server.log;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;

/// Lets a few entries of each kind through per interval, so that a failure that every request meets
/// does not fill the log, and tells how many it held back. Any thread.
final class RepeatLimit {
  /// The result of [#enter] for an entry that is not to be written.
  static final long HELD_BACK = -1;

  static final int ENTRIES = 5;
  static final long INTERVAL_NANOS = TimeUnit.SECONDS.toNanos(10);

  // The kinds are texts in the program, so there are not many; libraries might build theirs.
  private static final int MAX_KINDS = 1_000;

  private final LongSupplier nanoTime;
  private final ConcurrentHashMap<String, Kind> kinds = new ConcurrentHashMap<>();
  private final LongAdder heldBack = new LongAdder();

  RepeatLimit(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /// An entry of this kind asks to be written.
  ///
  /// @return how many of its kind were held back before it, or [#HELD_BACK]
  long enter(String name) {
    if (kinds.size() >= MAX_KINDS) {
      kinds.clear();
    }
    long before = kinds.computeIfAbsent(name, _ -> new Kind()).enter(nanoTime.getAsLong());
    if (before == HELD_BACK) {
      heldBack.increment();
    }
    return before;
  }

  long heldBack() {
    return heldBack.sum();
  }

  /// Guarded by itself.
  private static final class Kind {
    private long sinceNanos;
    private long entered;
    private long held;

    synchronized long enter(long now) {
      if (entered == 0 || now - sinceNanos >= INTERVAL_NANOS) {
        sinceNanos = now;
        entered = 0;
      }
      if (++entered > ENTRIES) {
        held++;
        return HELD_BACK;
      }
      long before = held;
      held = 0;
      return before;
    }
  }
}
