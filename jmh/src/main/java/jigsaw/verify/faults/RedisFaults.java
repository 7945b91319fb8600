package jigsaw.verify.faults;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    show(scene, promises, Trouble.REDIS_KILLED, KILLED_SECONDS);
  }

  static void paused(Scene scene, Promises promises) throws IOException, InterruptedException {
    show(scene, promises, Trouble.REDIS_PAUSED, PAUSED_SECONDS);
  }

  /// There is room for nothing more.
  static void full(Scene scene, Promises promises) throws IOException, InterruptedException {
    show(scene, promises, Trouble.REDIS_FULL, PAUSED_SECONDS);
  }

  private static void show(Scene scene, Promises promises, Trouble trouble, double seconds)
      throws IOException, InterruptedException {
    try (Trial trial = scene.begin(SETTINGS)) {
      trial.fault();
      trouble.happen(scene, seconds);
      judge(scene, trial, promises);
    }
  }

  /// Under all keys stands what does not belong there. Nothing is in the server's memory, so that
  /// it asks Redis for everything.
  static void spoilt(Scene scene, Promises promises) throws IOException, InterruptedException {
    Map<String, String> settings = new HashMap<>(SETTINGS);
    settings.put("JIGSAW_CACHE_SIZE", "0");
    try (Trial trial = scene.begin(settings);
        RedisContents contents = scene.backends().redisContents()) {
      trial.fault();
      List<String> spoilt = contents.spoil();
      scene.pass(PAUSED_SECONDS);
      judge(scene, trial, promises);
      Set<String> asked =
          trial.after().all().stream().map(shot -> shot.target).collect(Collectors.toSet());
      List<String> read = spoilt.stream().filter(key -> asked.contains(target(key))).toList();
      promises.add(
          "what was spoilt and asked for is overwritten",
          !read.isEmpty() && read.stream().noneMatch(contents::isSpoilt),
          "%d of %d".formatted(read.stream().filter(contents::isSpoilt).count(), read.size()));
    }
  }

  /// What a server is asked that looks for a key such as `jigsaw:1-2026…:s17`.
  private static String target(String key) {
    String document = key.substring(key.lastIndexOf(':') + 1);
    String product = "/products/" + document.substring(1);
    return document.startsWith("s") ? product + "/styles" : product;
  }

  private static void judge(Scene scene, Trial trial, Promises promises)
      throws IOException, InterruptedException {
    trial.back();
    double used = trial.server().secondsUntil(server -> server.metric("jigsaw_redis_usable") == 1);
    scene.pass(AFTERWARDS_SECONDS);
    Shots all = trial.end();
    trial.judgeAlways(promises);
    promises.none("answer other than 200", all.count(shot -> !shot.is(200)), all.count());
    Shots later = all.between(trial.faultNanos() + NOTICE_NANOS, trial.backNanos()).of(Kind.COLD);
    promises.add(
        "half a second later nobody waits for Redis: uncached p99 < 50 ms",
        later.millis(Trial.MOST) < REDIS_TIMEOUT_MILLIS,
        "%.1f ms".formatted(later.millis(Trial.MOST)));
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
