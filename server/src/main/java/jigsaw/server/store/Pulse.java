package jigsaw.server.store;

/// What is known of the database's life, and how to know more. Safe for use by several threads.
final class Pulse {
  private final Runnable onDoubt;
  private final Runnable onSuspicion;
  private volatile long beatNanos = System.nanoTime();
  private volatile long replyNanos = beatNanos;
  private volatile boolean lost;

  /// `onDoubt` asks the database for a sign of life, on another thread; `onSuspicion` does so
  /// through a new connection.
  Pulse(Runnable onDoubt, Runnable onSuspicion) {
    this.onDoubt = onDoubt;
    this.onSuspicion = onSuspicion;
  }

  /// The database has said something.
  void beat() {
    beatNanos = System.nanoTime();
  }

  /// The database has given the sign of life it was asked for.
  void reply() {
    lost = false;
    replyNanos = System.nanoTime();
    beat();
  }

  /// It has not, and everybody who has to know that has been told.
  void lose() {
    lost = true;
  }

  /// When it said something last, of `System.nanoTime`.
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
