package jigsaw.server.store;

/// The database's last sign of life, and how to get another one. Safe for use by several threads.
final class Pulse {
  private final Runnable onDoubt;
  private final Runnable onSuspicion;
  private volatile long lastNanos = System.nanoTime();

  /// `onDoubt` asks the database for a sign of life, on another thread; `onSuspicion` does so
  /// through a new connection.
  Pulse(Runnable onDoubt, Runnable onSuspicion) {
    this.onDoubt = onDoubt;
    this.onSuspicion = onSuspicion;
  }

  /// The database has said something.
  void beat() {
    lastNanos = System.nanoTime();
  }

  /// When it did last, of `System.nanoTime`.
  long lastNanos() {
    return lastNanos;
  }

  /// It has said nothing for a while.
  void doubt() {
    onDoubt.run();
  }

  /// It seems to be gone or changed.
  void suspect() {
    onSuspicion.run();
  }
}
