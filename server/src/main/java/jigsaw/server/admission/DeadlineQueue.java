package jigsaw.server.admission;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.IntUnaryOperator;
import java.util.function.LongSupplier;

/// A queue bounded in length and in time: what does not fit is refused by [#offer], what has waited
/// too long is taken out by [#expire]. Safe for use by several threads.
///
/// Entries leave in the order they came in, so the oldest is always at the head and a look at it
/// tells whether anything is too old. How long a new one will wait is known too: its place in the
/// queue times the pace at which the queue moves (Little's law). What would probably wait for more
/// than half of the time is refused at once, so that those who are refused learn it soon and those
/// who are accepted are served.
public final class DeadlineQueue<T> {
  /// So many may wait whatever the pace: with fewer it could not be measured any more.
  private static final int ALWAYS = 2;

  /// One part in this many of a new measurement counts.
  private static final int INERTIA = 16;

  /// The first measurement counts for no more than that.
  private static final long FIRST_NANOS = 1_000_000;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition filled = lock.newCondition();
  private final Queue<Waiting<T>> entries = new ArrayDeque<>();
  private final int maxLength;
  private final long maxWaitNanos;
  private final LongSupplier nanoClock;
  private final AtomicLong refused = new AtomicLong();
  private final AtomicLong expired = new AtomicLong();
  // Guarded by the lock: who waits for work, the pace, and when the queue last moved and was not
  // empty then.
  private int idle;
  private long nanosPerEntry;
  private long movedNanos;
  private boolean moving;

  /// @param maxLength how many may wait, at least 1
  public DeadlineQueue(int maxLength, Duration maxWait, LongSupplier nanoClock) {
    this.maxLength = maxLength;
    maxWaitNanos = maxWait.toNanos();
    this.nanoClock = nanoClock;
  }

  /// Whether `work` was accepted; the caller keeps it otherwise.
  public boolean offer(T work) {
    long now = nanoClock.getAsLong();
    boolean accepted;
    lock.lock();
    try {
      accepted = hasRoom() && entries.add(new Waiting<>(work, now));
      if (accepted) {
        filled.signal();
      }
    } finally {
      lock.unlock();
    }
    if (!accepted) {
      refused.incrementAndGet();
    }
    return accepted;
  }

  /// Waits for the next work up to `timeout` and takes it, together with what waits right behind it
  /// and joins it (`joins` is asked about the first and the candidate).
  ///
  /// @param share how much may be taken at once, the first included, when so much waits
  /// @return empty if nothing came in time
  public List<T> take(Duration timeout, IntUnaryOperator share, BiPredicate<T, T> joins)
      throws InterruptedException {
    long nanos = timeout.toNanos();
    lock.lockInterruptibly();
    try {
      idle++;
      try {
        while (entries.isEmpty()) {
          if (nanos <= 0) {
            return List.of();
          }
          nanos = filled.awaitNanos(nanos);
        }
      } finally {
        idle--;
      }
      List<T> taken = takeTogether(share.applyAsInt(entries.size()), joins);
      measure(taken.size(), nanoClock.getAsLong());
      return taken;
    } finally {
      lock.unlock();
    }
  }

  private boolean hasRoom() {
    int length = entries.size();
    boolean inTime = length < idle + ALWAYS || length * nanosPerEntry <= maxWaitNanos / 2;
    return inTime && length < maxLength;
  }

  /// The pace is that of a queue which is never empty: otherwise it is that of the arrivals. One
  /// pause is not a new pace: whoever waits then is served soon after it.
  private void measure(int taken, long now) {
    if (moving) {
      long most = Math.max(2 * nanosPerEntry, FIRST_NANOS);
      long sample = Math.min((now - movedNanos) / taken, most);
      nanosPerEntry += nanosPerEntry == 0 ? sample : (sample - nanosPerEntry) / INERTIA;
    }
    movedNanos = now;
    moving = !entries.isEmpty();
  }

  private List<T> takeTogether(int most, BiPredicate<T, T> joins) {
    T first = entries.remove().work();
    Waiting<T> next = entries.peek();
    if (most <= 1 || next == null || !joins.test(first, next.work())) {
      return List.of(first);
    }
    List<T> taken = new ArrayList<>(most);
    taken.add(first);
    while (taken.size() < most && next != null && joins.test(first, next.work())) {
      taken.add(entries.remove().work());
      next = entries.peek();
    }
    return taken;
  }

  /// Takes out everything that has waited too long; call it often.
  public void expire(Consumer<T> loser) {
    long now = nanoClock.getAsLong();
    List<T> late = new ArrayList<>();
    lock.lock();
    try {
      for (Waiting<T> oldest = entries.peek();
          oldest != null && now - oldest.sinceNanos() > maxWaitNanos;
          oldest = entries.peek()) {
        late.add(entries.remove().work());
      }
    } finally {
      lock.unlock();
    }
    expired.addAndGet(late.size());
    late.forEach(loser);
  }

  /// Takes out everything.
  public void drain(Consumer<T> loser) {
    List<T> all;
    lock.lock();
    try {
      all = entries.stream().map(Waiting::work).toList();
      entries.clear();
    } finally {
      lock.unlock();
    }
    all.forEach(loser);
  }

  public int length() {
    lock.lock();
    try {
      return entries.size();
    } finally {
      lock.unlock();
    }
  }

  /// How many were refused because the queue was full, ever.
  public long refusedCount() {
    return refused.get();
  }

  /// How many were taken out because they had waited too long, ever.
  public long expiredCount() {
    return expired.get();
  }

  private record Waiting<T>(T work, long sinceNanos) {}
}
