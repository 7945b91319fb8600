package jigsaw.server.cache;

import java.util.concurrent.atomic.AtomicInteger;

/// Stops asking somebody who has failed several times in a row, until told that he is well again.
/// Safe for use by several threads.
final class Breaker {
  private final int maxFailures;
  private final AtomicInteger failures = new AtomicInteger();

  Breaker(int maxFailures) {
    this.maxFailures = maxFailures;
  }

  boolean isClosed() {
    return failures.get() < maxFailures;
  }

  /// An answer in time closes the breaker, whoever asked.
  void succeeded() {
    if (failures.get() != 0) {
      failures.set(0);
    }
  }

  void failed() {
    failures.updateAndGet(count -> Math.min(count + 1, maxFailures));
  }
}
