package jigsaw.server.cache;

import jigsaw.server.content.Answer;

/// An answer with the times that it may be served. Times are nanoseconds of the process's clock.
final class CachedAnswer {
  private final Answer answer;
  private final long stamp;
  private final long serveUntilNanos;
  private final long keepUntilNanos;
  // Any thread may move it when a fetch of a new answer has failed.
  private volatile long freshUntilNanos;

  /// `stamp` is that of the flight that brought the answer. Between `freshUntilNanos` and
  /// `serveUntilNanos` the answer may be served while a new one is fetched, until `keepUntilNanos`
  /// when none can be fetched.
  CachedAnswer(
      Answer answer, long stamp, long freshUntilNanos, long serveUntilNanos, long keepUntilNanos) {
    this.answer = answer;
    this.stamp = stamp;
    this.freshUntilNanos = freshUntilNanos;
    this.serveUntilNanos = serveUntilNanos;
    this.keepUntilNanos = keepUntilNanos;
  }

  Answer answer() {
    return answer;
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

  /// No new answer could be fetched: counts as fresh until then.
  void postpone(long untilNanos) {
    freshUntilNanos = untilNanos;
  }
}
