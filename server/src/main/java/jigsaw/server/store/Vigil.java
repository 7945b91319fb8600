package jigsaw.server.store;

import java.time.Duration;

/// Notices that a database which was asked has fallen silent, long before a timeout says so.
///
/// A slow query is no silence: the database is asked for a sign of life first, which it gives at
/// once while it works on something else. The look must come often; a look that comes late because
/// this process was held up does not take its own delay for silence, because the database then
/// still has the time after the question.
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

  /// Half of `silence` is for the database to speak by itself, half for it to say something when
  /// asked.
  Vigil(Pulse pulse, Duration silence) {
    this.pulse = pulse;
    doubtNanos = silence.toNanos() / 2;
    patienceNanos = silence.toNanos() - doubtNanos;
  }

  /// Whether nothing was heard although it was asked for. Any thread.
  boolean isSilent() {
    return silent && pulse.lastNanos() - silentSinceNanos <= 0;
  }

  /// Nobody waits for the database.
  void rest() {
    asked = false;
  }

  /// Somebody has waited for the database since then (`System.nanoTime`).
  void look(long waitingSinceNanos, long nowNanos) {
    long heard = pulse.lastNanos();
    long quietSince = heard - waitingSinceNanos > 0 ? heard : waitingSinceNanos;
    if (asked && heard - askedNanos > 0) {
      asked = false;
    }
    if (!asked && nowNanos - quietSince >= doubtNanos) {
      asked = true;
      askedNanos = nowNanos;
      pulse.doubt();
    } else if (asked && !isSilent() && nowNanos - askedNanos >= patienceNanos) {
      silentSinceNanos = heard;
      silent = true;
    }
  }
}
