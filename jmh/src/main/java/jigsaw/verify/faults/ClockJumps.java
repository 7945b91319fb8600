package jigsaw.verify.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// The clock of the server, and that of Redis, jump an hour forward and two back.
///
/// The server gets its time from libfaketime, which reads a file; Redis, of which the bundled one
/// cannot be told a time, gets the effect: everything expires at once, or is kept an hour longer.
final class ClockJumps {
  private static final List<String> LIBRARIES =
      List.of(
          "/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1",
          "/usr/lib/aarch64-linux-gnu/faketime/libfaketimeMT.so.1",
          "/usr/lib64/faketime/libfaketimeMT.so.1");

  private static final double PART_SECONDS = 10;
  private static final long HOUR_MILLIS = TimeUnit.HOURS.toMillis(1);

  /// Counts of a few seconds differ by less.
  private static final double FACTOR = 1.5;

  private static final String DATABASE = "jigsaw_cache_answers_total{source=\"database\"}";
  private static final String REDIS = "jigsaw_cache_answers_total{source=\"redis\"}";

  /// So short that what is kept is fetched again several times in each part.
  private static final Map<String, String> SETTINGS =
      Map.of(
          "JIGSAW_CACHE_TTL", "1s",
          "JIGSAW_CACHE_STALE_WHILE_REVALIDATE", "0ms",
          "JIGSAW_REDIS_TTL", "1s");

  private ClockJumps() {}

  static void show(Scene scene, Promises promises) throws IOException, InterruptedException {
    Optional<String> library =
        LIBRARIES.stream().filter(file -> Files.exists(Path.of(file))).findFirst();
    if (library.isEmpty()) {
      promises.add("(not shown)", false, "libfaketime is missing (Debian: libfaketime)");
      return;
    }
    Path clock = scene.folder().resolve("clock");
    Files.writeString(clock, "+0");
    try (Trial trial = scene.begin(faked(library.get(), clock));
        RedisContents contents = scene.backends().redisContents()) {
      Fetches calm = Fetches.of(scene, trial.server());
      trial.fault();
      Files.writeString(clock, "+1h");
      contents.expireAll();
      Fetches ahead = Fetches.of(scene, trial.server());
      Files.writeString(clock, "-1h");
      contents.keepAll(HOUR_MILLIS);
      Fetches behind = Fetches.of(scene, trial.server());
      trial.back();
      Shots all = trial.end();
      trial.judgeAlways(promises);
      promises.none("answer other than 200", all.count(shot -> !shot.is(200)), all.count());
      promises.add(
          "the server's clock has jumped",
          ahead.isAhead() && behind.isBehind(),
          "%+d, %+d min".formatted(ahead.minutes, behind.minutes));
      promises.add(
          "no stampede: the database is asked as often as before",
          ahead.database < FACTOR * calm.database && behind.database < FACTOR * calm.database,
          "%d, then %d and %d".formatted(calm.database, ahead.database, behind.database));
      promises.add(
          "nothing is kept in memory for longer: fetches as before",
          FACTOR * ahead.all > calm.all && FACTOR * behind.all > calm.all,
          "%d, then %d and %d".formatted(calm.all, ahead.all, behind.all));
    }
  }

  private static Map<String, String> faked(String library, Path clock) {
    Map<String, String> settings = new HashMap<>(SETTINGS);
    settings.put("LD_PRELOAD", library);
    settings.put("FAKETIME_TIMESTAMP_FILE", clock.toString());
    settings.put("FAKETIME_CACHE_DURATION", "1");
    // With its own idea of the other clock, a JVM's timed waits would not wait.
    settings.put("FAKETIME_DONT_FAKE_MONOTONIC", "1");
    settings.put("FAKETIME_FORCE_MONOTONIC_FIX", "0");
    return settings;
  }

  /// What the server's memory did not have during a part of the trial.
  ///
  /// @param database questions to the database
  /// @param all these and what Redis had
  /// @param minutes by how much the server's clock was ahead at the end
  private record Fetches(long database, long all, long minutes) {
    static Fetches of(Scene scene, Server server) throws IOException, InterruptedException {
      AdminPort.Metrics before = server.metrics();
      scene.pass(PART_SECONDS);
      AdminPort.Metrics after = server.metrics();
      long ahead = server.clockMillis() - System.currentTimeMillis();
      long database = after.of(DATABASE) - before.of(DATABASE);
      return new Fetches(
          database,
          database + after.of(REDIS) - before.of(REDIS),
          Math.round((double) ahead / TimeUnit.MINUTES.toMillis(1)));
    }

    boolean isAhead() {
      return Math.abs(minutes - TimeUnit.HOURS.toMinutes(1)) <= 1;
    }

    boolean isBehind() {
      return Math.abs(minutes + TimeUnit.HOURS.toMinutes(1)) <= 1;
    }
  }
}
