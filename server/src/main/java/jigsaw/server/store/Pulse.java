package jigsaw.server.store;

import java.util.function.LongSupplier;

/// What is known of the database's life, and how to know more. Safe for use by several threads.
final class Pulse {
  private final LongSupplier nanoClock;
  private final Runnable onDoubt;
  private final Runnable onSuspicion;
  private volatile long beatNanos;
  private volatile long replyNanos;
  private volatile boolean lost;

  /// `onDoubt` asks the database for a sign of life, on another thread; `onSuspicion` does so
  /// through a new connection.
  Pulse(LongSupplier nanoClock, Runnable onDoubt, Runnable onSuspicion) {
    this.nanoClock = nanoClock;
    this.onDoubt = onDoubt;
    this.onSuspicion = onSuspicion;
    beatNanos = nanoClock.getAsLong();
    replyNanos = beatNanos;
  }

  /// The database has said something.
  void beat() {
    beatNanos = nanoClock.getAsLong();
  }

  /// The database has given the sign of life it was asked for.
  void reply() {
    lost = false;
    replyNanos = nanoClock.getAsLong();
    beat();
  }

  /// It has not, and everybody who has to know that has been told.
  void lose() {
    lost = true;
  }

  /// When it said something last, by the clock.
  long beatNanos() {
    return beatNanos;
  }

  /// When it gave a sign of life last.
  long replyNanos() {
    return replyNanos;
  }

  boolean isLost() {
    return lost;
  }

  /// It keeps somebody waiting.
  void doubt() {
    onDoubt.run();
  }

  /// It seems to be gone or changed.
  void suspect() {
    onSuspicion.run();
  }
}
