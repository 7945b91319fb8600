package jigsaw.server.admission;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/// A queue bounded in length and in time: what does not fit is refused by [#offer], what has waited
/// too long is taken out by [#expire]. Safe for use by several threads.
///
/// Entries leave in the order they came in, so the oldest is always at the head and a look at it
/// tells whether anything is too old.
public final class DeadlineQueue<T> {
  private final ArrayBlockingQueue<Waiting<T>> entries;
  private final long maxWaitNanos;
  private final LongSupplier nanoClock;
  private final AtomicLong refused = new AtomicLong();
  private final AtomicLong expired = new AtomicLong();

  public DeadlineQueue(int maxLength, Duration maxWait, LongSupplier nanoClock) {
    entries = new ArrayBlockingQueue<>(maxLength);
    maxWaitNanos = maxWait.toNanos();
    this.nanoClock = nanoClock;
  }

  /// Whether `work` was accepted; the caller keeps it otherwise.
  public boolean offer(T work) {
    boolean accepted = entries.offer(new Waiting<>(work, nanoClock.getAsLong()));
    if (!accepted) {
      refused.incrementAndGet();
    }
    return accepted;
  }

  /// Waits for the next work up to `timeout` and hands it to `taker`.
  ///
  /// @return whether there was any
  public boolean poll(Duration timeout, Consumer<T> taker) throws InterruptedException {
    Waiting<T> next = entries.poll(timeout.toNanos(), TimeUnit.NANOSECONDS);
    if (next == null) {
      return false;
    }
    taker.accept(next.work());
    return true;
  }

  /// Takes out everything that has waited too long; call it often, from one thread.
  public void expire(Consumer<T> loser) {
    long now = nanoClock.getAsLong();
    for (Waiting<T> oldest = entries.peek();
        oldest != null && now - oldest.sinceNanos() > maxWaitNanos;
        oldest = entries.peek()) {
      // A taker may have been faster.
      if (entries.remove(oldest)) {
        expired.incrementAndGet();
        loser.accept(oldest.work());
      }
    }
  }

  /// Takes out everything.
  public void drain(Consumer<T> loser) {
    for (Waiting<T> next = entries.poll(); next != null; next = entries.poll()) {
      loser.accept(next.work());
    }
  }

  public int length() {
    return entries.size();
  }

  /// How many were refused because the queue was full, ever.
  public long refusedCount() {
    return refused.get();
  }

  /// How many were taken out because they had waited too long, ever.
  public long expiredCount() {
    return expired.get();
  }

  // Identity, not equality of the work, decides what is removed: sinceNanos differs.
  private record Waiting<T>(T work, long sinceNanos) {}
}
