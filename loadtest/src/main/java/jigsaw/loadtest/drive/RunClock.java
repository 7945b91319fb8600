package jigsaw.loadtest.drive;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/// When a run's first visit is due: a little after its first session starts, so that every session
/// starts before its visit is due. Thread-safe.
final class RunClock {
  /// More than Hyperfoil's timer is late on a machine with a processor to spare.
  private static final Duration LEAD = Duration.ofMillis(10);

  private final AtomicLong start = new AtomicLong();

  long startNanos() {
    long known = start.get();
    if (known != 0) {
      return known;
    }
    start.compareAndSet(0, System.nanoTime() + LEAD.toNanos());
    return start.get();
  }
}
