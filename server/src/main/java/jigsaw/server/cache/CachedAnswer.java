package jigsaw.server.cache;

import java.util.concurrent.TimeUnit;
import jigsaw.server.content.Answer;

/// An answer with the times that it may be served. Times are nanoseconds of the process's clock.
final class CachedAnswer {
  private final Answer answer;
  private final long stamp;
  private final long madeNanos;
  private final long serveUntilNanos;
  private final long keepUntilNanos;
  // Any thread may change both when a fetch of a new answer has failed.
  private volatile Answer shown;
  private volatile long freshUntilNanos;

  /// `stamp` is that of the flight that brought the answer at `madeNanos`. Between
  /// `freshUntilNanos` and `serveUntilNanos` the answer may be served while a new one is fetched,
  /// until `keepUntilNanos` when none can be fetched.
  CachedAnswer(
      Answer answer,
      long stamp,
      long madeNanos,
      long freshUntilNanos,
      long serveUntilNanos,
      long keepUntilNanos) {
    this.answer = answer;
    this.stamp = stamp;
    this.madeNanos = madeNanos;
    shown = answer;
    this.freshUntilNanos = freshUntilNanos;
    this.serveUntilNanos = serveUntilNanos;
    this.keepUntilNanos = keepUntilNanos;
  }

  /// What to serve while it is fresh.
  Answer answer() {
    return shown;
  }

  /// What to serve when it is stale: clients are told its age.
  Answer stale(long nowNanos) {
    return answer.withAge(TimeUnit.NANOSECONDS.toSeconds(nowNanos - madeNanos));
  }

  long stamp() {
    return stamp;
  }

  boolean isFresh(long nowNanos) {
    return nowNanos - freshUntilNanos < 0;
  }

  boolean mayBeServedStale(long nowNanos) {
    return nowNanos - serveUntilNanos < 0;
  }

  boolean mayReplaceFailure(long nowNanos) {
    return nowNanos - keepUntilNanos < 0;
  }

  /// No new answer could be fetched: counts as fresh until then, but shows its age.
  void postpone(long nowNanos, long untilNanos) {
    shown = stale(nowNanos);
    freshUntilNanos = untilNanos;
  }
}
