package jigsaw.loadtest.drive;

import java.util.concurrent.atomic.AtomicLong;
import jigsaw.loadtest.traffic.Visit;
import jigsaw.loadtest.traffic.VisitSource;

/// The visits of one segment and their exact times, evenly spaced.
final class PhaseVisits {
  private final VisitSource source;
  private final RunClock clock;
  private final long offsetNanos;
  private final double nanosBetween;
  private final AtomicLong count = new AtomicLong();

  /// @param offsetNanos from the start of the run to that of the segment
  PhaseVisits(VisitSource source, RunClock clock, long offsetNanos, double visitsPerSecond) {
    this.source = source;
    this.clock = clock;
    this.offsetNanos = offsetNanos;
    this.nanosBetween = 1e9 / visitsPerSecond;
  }

  /// When the next visit is meant to begin, on the scale of [System#nanoTime].
  long nextDueNanos() {
    return clock.startNanos() + offsetNanos + (long) (count.getAndIncrement() * nanosBetween);
  }

  Visit nextVisit() {
    return source.next();
  }
}
