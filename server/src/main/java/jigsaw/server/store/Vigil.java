package jigsaw.server.store;

import java.time.Duration;

/// Notices that a database which was asked has fallen silent, long before a timeout says so.
///
/// A slow query is no silence: the database is asked for a sign of life first, which it gives at
/// once while it works on something else. That another slow query ends says nothing of it, or those
/// who wait could be kept for longer. The look must come often; one that comes late because this
/// process was held up does not take its own delay for silence, because the database still has the
/// time after the question.
final class Vigil {
  private final Pulse pulse;
  private final long doubtNanos;
  private final long patienceNanos;
  // Owned by the looking thread.
  private boolean asked;
  private long askedNanos;
  // Written by the looking thread.
  private volatile boolean silent;
  private volatile long silentSinceNanos;

  /// Half of `silence` is for the database to answer what it was asked, half for its sign of life.
  Vigil(Pulse pulse, Duration silence) {
    this.pulse = pulse;
    doubtNanos = silence.toNanos() / 2;
    patienceNanos = silence.toNanos() - doubtNanos;
    askedNanos = pulse.replyNanos() - doubtNanos;
  }

  /// Whether it was silent and has said nothing since. Any thread.
  boolean isSilent() {
    return silent && pulse.beatNanos() - silentSinceNanos <= 0;
  }

  /// Nobody waits for the database.
  void rest() {
    asked = false;
  }

  /// Somebody has waited for the database since then (`System.nanoTime`).
  void look(long waitingSinceNanos, long nowNanos) {
    if (asked && pulse.replyNanos() - askedNanos > 0) {
      asked = false;
    }
    if (nowNanos - waitingSinceNanos < doubtNanos) {
      return;
    }
    if (!asked) {
      askAgain(nowNanos);
    } else if (nowNanos - askedNanos >= patienceNanos) {
      silentSinceNanos = nowNanos;
      silent = true;
    }
  }

  /// Not so often that asking makes a busy database slower.
  private void askAgain(long nowNanos) {
    if (nowNanos - askedNanos >= doubtNanos) {
      asked = true;
      askedNanos = nowNanos;
      pulse.doubt();
    }
  }
}
