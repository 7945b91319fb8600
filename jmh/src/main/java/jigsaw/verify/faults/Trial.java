package jigsaw.verify.faults;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// One server under load while something happens to it.
final class Trial implements AutoCloseable {
  static final double MOST = 0.99;

  /// Later than this the load was not the one that was intended, and nothing can be said.
  private static final double MAX_LATE_MILLIS = 5;

  private static final double HOT_MILLIS = 50;
  private static final double REFUSAL_MILLIS = 100;
  private static final double LIVE_MILLIS = 20;
  private static final double BACK_SECONDS = 2;
  private static final long BEFORE_NANOS = TimeUnit.SECONDS.toNanos(1);
  private static final double ALL = 1;

  private final Server server;
  private final OpenLoop loop;
  private long faultNanos;
  private long backNanos;
  private Shots shots = new Shots(List.of());

  Trial(Server server, OpenLoop loop) {
    this.server = server;
    this.loop = loop;
  }

  Server server() {
    return server;
  }

  /// Now it happens.
  void fault() {
    faultNanos = System.nanoTime();
  }

  /// Now it is over.
  void back() {
    backNanos = System.nanoTime();
  }

  /// Ends the load.
  ///
  /// @throws FellBehindException if it was not sent as intended
  Shots end() throws InterruptedException {
    shots = sinceBefore(loop.end());
    checkSentInTime(shots, MAX_LATE_MILLIS);
    return shots;
  }

  /// @throws FellBehindException if one in a hundred requests was sent later than that
  static void checkSentInTime(Shots sent, double maxMillis) {
    double late = sent.lateMillis(MOST);
    System.out.printf(Locale.ROOT, "requests were sent late by %.2f ms (p99)%n", late);
    if (late > maxMillis) {
      throw new FellBehindException(late);
    }
  }

  /// Ends a load of which nothing but the answers is judged.
  Shots endUnhurried() throws InterruptedException {
    shots = sinceBefore(loop.end());
    return shots;
  }

  /// Without the beginning, when the load's own program and the server are still being compiled;
  /// but with what was under way when it happened.
  private Shots sinceBefore(Shots all) {
    return all.between(faultNanos - BEFORE_NANOS, System.nanoTime());
  }

  Shots during() {
    return shots.between(faultNanos, backNanos);
  }

  Shots after() {
    return shots.between(backNanos, Long.MAX_VALUE / 2 + backNanos);
  }

  long faultNanos() {
    return faultNanos;
  }

  long backNanos() {
    return backNanos;
  }

  /// What holds whatever breaks.
  void judgeAlways(Promises promises) {
    judgeAnswers(promises);
    Shots live = during().of(Kind.LIVE);
    promises.none("live other than 200", live.count(shot -> !shot.is(200)), live.count());
    promises.atMost("live p99 < 20 ms", LIVE_MILLIS, live.millis(MOST), "ms");
    judgeHot(promises, during().of(Kind.HOT));
  }

  /// What holds however slow the machine is.
  void judgeAnswers(Promises promises) {
    judgeBodies(promises, shots);
    promises.none(
        "broken connection", shots.count(shot -> shot.is(0) && !shot.hung()), shots.count());
  }

  static void judgeBodies(Promises promises, Shots some) {
    promises.none("wrong body", some.count(shot -> shot.wrongBody), some.count());
    promises.none("hung request", some.count(Shot::hung), some.count());
  }

  private static void judgeHot(Promises promises, Shots hot) {
    promises.none("cached id other than 200", hot.count(shot -> !shot.is(200)), hot.count());
    promises.atMost("cached ids p99 < 50 ms", HOT_MILLIS, hot.millis(MOST), "ms");
  }

  /// For as long as the database cannot be asked.
  void judgeRefusals(Promises promises) {
    Shots cold = during().of(Kind.COLD);
    Map<Integer, Long> statuses = cold.statuses();
    promises.add(
        "uncached 503 + Retry-After (200 where Redis or the memory has it)",
        cold.count(shot -> shot.is(503)) > 0
            && cold.count(shot -> !shot.is(200) && !shot.refused()) == 0,
        statuses.toString());
    Shots refused = cold.only(Shot::refused);
    promises.atMost("503 within 100 ms, p99", REFUSAL_MILLIS, refused.millis(MOST), "ms");
    promises.atMost("503 within 100 ms, all", REFUSAL_MILLIS, refused.millis(ALL), "ms");
  }

  /// From when the database can be asked again.
  void judgeReturn(Promises promises) {
    Shots failed = after().of(Kind.COLD).only(shot -> !shot.is(200));
    promises.atMost(
        "no uncached 503 any more 2 s after the return",
        BACK_SECONDS,
        failed.lastSecondsSince(backNanos),
        "s");
  }

  @Override
  public void close() {
    server.close();
  }
}
