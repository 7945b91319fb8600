package jigsaw.server.store;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/// Lets one line through per interval, so that a failure under load does not fill the log.
final class LogLimit {
  private final long intervalNanos;
  private final AtomicLong nextNanos = new AtomicLong(System.nanoTime());

  LogLimit(Duration interval) {
    intervalNanos = interval.toNanos();
  }

  boolean allows() {
    long now = System.nanoTime();
    long next = nextNanos.get();
    return now - next >= 0 && nextNanos.compareAndSet(next, now + intervalNanos);
  }
}
