package jigsaw.server.http;

import io.netty.channel.EventLoop;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/// What the connections of one event loop share. Used on that loop's thread only, so nothing here
/// is locked.
final class Loop {
  private static final long TICK_MILLIS = 100;
  private static final int SCRATCH_BYTES = 65_536;
  // Holds a small answer, and is little enough to be pinned by every client that does not read.
  private static final int SPARE_BYTES = 4_096;

  private final InstantSource clock;
  private final LongSupplier nanoTime;
  private final StandardAnswers answers;
  private final RequestObserver observer;
  private final AccessLog accessLog;
  private final TrustedProxies trustedProxies;
  private final RandomGenerator random = new SplittableRandom();
  private final HttpDate date;
  private final AnswerInbox inbox;
  private final AnswerDeadlines deadlines;
  private final Set<ConnectionTimeouts> connections = new LinkedHashSet<>();
  private final SpareBuffer spare = new SpareBuffer(SPARE_BYTES);
  private final SpareReads reads = new SpareReads();
  private byte[] scratch = new byte[SCRATCH_BYTES];
  private boolean draining;

  /// Without an access log.
  Loop(
      EventLoop thread,
      HttpTimeouts timeouts,
      StandardAnswers answers,
      RequestObserver observer,
      InstantSource clock,
      LongSupplier nanoTime) {
    this(thread, timeouts, answers, observer, AccessLog.OFF, TrustedProxies.NONE, clock, nanoTime);
  }

  Loop(
      EventLoop thread,
      HttpTimeouts timeouts,
      StandardAnswers answers,
      RequestObserver observer,
      AccessLog accessLog,
      TrustedProxies trustedProxies,
      InstantSource clock,
      LongSupplier nanoTime) {
    this.clock = clock;
    this.nanoTime = nanoTime;
    this.accessLog = accessLog;
    this.trustedProxies = trustedProxies;
    this.answers = answers;
    this.observer = observer;
    date = new HttpDate(clock);
    inbox = new AnswerInbox(thread);
    deadlines = new AnswerDeadlines(timeouts.answer().toNanos(), answers.unavailable(), observer);
    var _ = thread.scheduleAtFixedRate(this::tick, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
  }

  long nanoTime() {
    return nanoTime.getAsLong();
  }

  /// The time of day, in milliseconds since 1970.
  long epochMillis() {
    return clock.millis();
  }

  StandardAnswers answers() {
    return answers;
  }

  RequestObserver observer() {
    return observer;
  }

  AccessLog accessLog() {
    return accessLog;
  }

  TrustedProxies trustedProxies() {
    return trustedProxies;
  }

  RandomGenerator random() {
    return random;
  }

  HttpDate date() {
    return date;
  }

  AnswerInbox inbox() {
    return inbox;
  }

  AnswerDeadlines deadlines() {
    return deadlines;
  }

  SpareBuffer spare() {
    return spare;
  }

  SpareReads reads() {
    return reads;
  }

  /// Room for `length` octets, to be used within one read.
  byte[] scratch(int length) {
    if (scratch.length < length) {
      scratch = new byte[length];
    }
    return scratch;
  }

  /// Whether the server is stopping, so that each connection ends with its next answer.
  boolean draining() {
    return draining;
  }

  void add(ConnectionTimeouts connection) {
    connections.add(connection);
    observer.opened();
  }

  void remove(ConnectionTimeouts connection) {
    if (connections.remove(connection)) {
      observer.closed();
    }
  }

  /// Closes the connections that are idle and has the others close after their next answer.
  void drain() {
    draining = true;
    List.copyOf(connections).forEach(ConnectionTimeouts::closeIfIdle);
  }

  /// Does what time calls for: the date, overdue answers, connections past their limits.
  void tick() {
    date.refresh();
    long now = nanoTime();
    deadlines.expire(now);
    for (ConnectionTimeouts connection : new ArrayList<>(connections)) {
      connection.check(now);
    }
  }
}
