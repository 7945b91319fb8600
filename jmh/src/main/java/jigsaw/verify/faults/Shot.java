package jigsaw.verify.faults;

import java.util.concurrent.TimeUnit;

/// One request of the open loop and what became of it.
final class Shot {
  /// A request that has not ended by then hangs.
  static final long LIMIT_NANOS = TimeUnit.MILLISECONDS.toNanos(1_200);

  final Kind kind;
  final int port;
  final String target;
  final long dueNanos;

  // Owned by the client's event loop until the load has ended.
  long sentNanos;
  long endNanos;
  int status;
  boolean retryAfter;
  boolean wrongBody;

  Shot(Kind kind, int port, String target, long dueNanos) {
    this.kind = kind;
    this.port = port;
    this.target = target;
    this.dueNanos = dueNanos;
  }

  /// From when it should have been sent, so that no delay of the sender is hidden.
  double millis() {
    return ((endNanos == 0 ? dueNanos + LIMIT_NANOS : endNanos) - dueNanos) / 1e6;
  }

  double lateMillis() {
    return (sentNanos - dueNanos) / 1e6;
  }

  boolean hung() {
    return endNanos == 0 || endNanos - dueNanos > LIMIT_NANOS;
  }

  boolean is(int expected) {
    return status == expected;
  }

  /// Whether it was told to come again later.
  boolean refused() {
    return status == 503 && retryAfter;
  }
}
