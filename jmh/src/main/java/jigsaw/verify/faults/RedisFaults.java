package jigsaw.verify.faults;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/// Redis goes away and comes back; the database then does all the work.
final class RedisFaults {
  private static final double KILLED_SECONDS = 20;
  private static final double PAUSED_SECONDS = 10;
  private static final double AFTERWARDS_SECONDS = 5;
  private static final long NOTICE_NANOS = TimeUnit.MILLISECONDS.toNanos(500);
  private static final double REDIS_TIMEOUT_MILLIS = 50;
  private static final double BACK_SECONDS = 2;
  private static final long LINES_A_SECOND = 10;
  private static final int SECOND_OF_LOG_LINE = "2026-01-01T00:00:00".length();

  /// So long that much of what is asked for comes from Redis.
  private static final Map<String, String> SETTINGS = Map.of("JIGSAW_REDIS_TTL", "1h");

  private RedisFaults() {}

  static void killed(Scene scene, Promises promises) throws IOException, InterruptedException {
    try (Trial trial = scene.begin(SETTINGS)) {
      trial.fault();
      scene.backends().killRedis();
      try {
        scene.pass(KILLED_SECONDS);
      } finally {
        scene.backends().startRedis();
      }
      judge(scene, trial, promises);
    }
  }

  static void paused(Scene scene, Promises promises) throws IOException, InterruptedException {
    long pid = scene.backends().redis().pid();
    try (Trial trial = scene.begin(SETTINGS)) {
      trial.fault();
      Backends.paused(pid, () -> scene.pass(PAUSED_SECONDS));
      judge(scene, trial, promises);
    }
  }

  private static void judge(Scene scene, Trial trial, Promises promises)
      throws IOException, InterruptedException {
    trial.back();
    double used = trial.secondsUntil(server -> server.metric("jigsaw_redis_usable") == 1);
    scene.pass(AFTERWARDS_SECONDS);
    Shots all = trial.end();
    trial.judgeAlways(promises);
    promises.none("answer other than 200", all.count(shot -> !shot.is(200)), all.count());
    Shots later = all.between(trial.faultNanos() + NOTICE_NANOS, trial.backNanos()).of(Kind.COLD);
    promises.add(
        "half a second later nobody waits for Redis: uncached p99 < 50 ms",
        later.millis(0.99) < REDIS_TIMEOUT_MILLIS,
        "%.1f ms".formatted(later.millis(0.99)));
    promises.atMost("in use again within 2 s", BACK_SECONDS, used, "s");
    promises.add(
        "at most 10 log lines a second",
        linesASecond(trial) <= LINES_A_SECOND,
        "" + linesASecond(trial));
  }

  /// The most that the log has of one second.
  private static long linesASecond(Trial trial) throws IOException {
    return trial.server().logLines().stream()
        .filter(line -> line.length() > SECOND_OF_LOG_LINE)
        .collect(
            Collectors.groupingBy(
                line -> line.substring(0, SECOND_OF_LOG_LINE), Collectors.counting()))
        .values()
        .stream()
        .mapToLong(Long::longValue)
        .max()
        .orElse(0);
  }
}
