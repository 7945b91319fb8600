package jigsaw.verify.faults;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/// Three times as many lists are asked for as can be made, beside products that are in memory.
///
/// The database and the server get the first processor, the load the others. Capacity is the most
/// lists that were made a second while the rate rose, or when three times as many were asked for:
/// who asks for more at once may be served more, because the server asks the database for more at
/// once.
final class Overload {
  private static final int FIRST_RATE = 200;
  private static final double RISE = 1.3;
  private static final double SERVED_SHARE = 0.9;
  private static final double HARDLY_MORE = 1.03;
  private static final double STEP_SECONDS = 5;
  private static final double PROBE_SECONDS = 15;
  private static final double OVERLOAD_SECONDS = 60;
  private static final double AFTERWARDS_SECONDS = 10;
  private static final int TIMES = 3;
  private static final int HOT_RATE = 200;

  /// More than elsewhere, because so much is sent; all times count from when it was due.
  private static final double MAX_LATE_MILLIS = 15;

  private static final double REFUSAL_MILLIS = 20;
  private static final double ACCEPTED_MILLIS = 100;
  private static final double NORMAL_SECONDS = 5;

  private static final int LARGEST = 100;
  private static final int SMALLEST = 90;

  /// As many threads as it has by itself where there is one processor.
  private static final Map<String, String> SETTINGS =
      Map.of("JIGSAW_REDIS_URL", "", "JIGSAW_EVENT_LOOPS", "1", "JIGSAW_DB_THREADS", "4");

  private Overload() {}

  static void show(Scene scene, Promises promises) throws IOException, InterruptedException {
    List<String> lists = lists(scene.products());
    Server server = scene.startServer(SETTINGS);
    OpenLoop hot = start(scene, server, Kind.HOT, Scene.hotTargets(), HOT_RATE);
    try (Trial trial = new Trial(server, hot);
        Cores _ = Cores.split(server.pid(), scene.backends().database().pid())) {
      scene.bodies().read(server.port(), lists);
      // The first time is for the compiler.
      rising(scene, server, lists);
      int capacity = capacity(scene, server, lists);
      OpenLoop before = start(scene, server, lists, capacity / 2);
      scene.pass(STEP_SECONDS);
      before.end();
      trial.fault();
      OpenLoop over = start(scene, server, lists, TIMES * capacity);
      scene.pass(OVERLOAD_SECONDS);
      over.stop();
      trial.back();
      OpenLoop after = start(scene, server, lists, capacity / 2);
      scene.pass(AFTERWARDS_SECONDS);
      Shots overloaded = inTime(over.end());
      Shots normal = inTime(after.end());
      trial.endUnhurried();
      trial.judgeAlways(promises);
      judge(promises, capacity, scene.pace() * OVERLOAD_SECONDS, overloaded.of(Kind.COLD));
      promises.atMost(
          "nothing refused any more 5 s after it",
          NORMAL_SECONDS,
          normal.of(Kind.COLD).only(shot -> !shot.is(200)).lastSecondsSince(trial.backNanos()),
          "s");
    }
  }

  private static void judge(Promises promises, int capacity, double seconds, Shots lists) {
    long served = Math.round(lists.count(shot -> shot.is(200)) / seconds);
    promises.none("wrong list", lists.count(shot -> shot.wrongBody), lists.count());
    promises.none("hung list", lists.count(Shot::hung), lists.count());
    promises.none(
        "list other than 200 or 503 + Retry-After",
        lists.count(shot -> !shot.is(200) && !shot.refused()),
        lists.count());
    promises.add(
        "goodput of 90 % of the capacity or more",
        served >= SERVED_SHARE * capacity, "%d/s of %d/s".formatted(served, capacity));
    Shots accepted = lists.only(shot -> shot.is(200));
    promises.atMost("accepted p99 < 100 ms", ACCEPTED_MILLIS, accepted.millis(Trial.MOST), "ms");
    Shots refused = lists.only(Shot::refused);
    promises.atMost("503 within 20 ms, p99", REFUSAL_MILLIS, refused.millis(Trial.MOST), "ms");
  }

  /// The most lists a second, however many are asked for.
  private static int capacity(Scene scene, Server server, List<String> lists)
      throws InterruptedException {
    int known = 0;
    int most = rising(scene, server, lists);
    while (most > HARDLY_MORE * known) {
      known = most;
      most = Math.max(most, served(scene, server, lists, TIMES * most, PROBE_SECONDS));
    }
    return most;
  }

  /// The most lists a second while ever more are asked for, until a tenth is not served any more.
  private static int rising(Scene scene, Server server, List<String> lists)
      throws InterruptedException {
    int rate = FIRST_RATE;
    int most = served(scene, server, lists, rate, STEP_SECONDS);
    while (most >= SERVED_SHARE * rate) {
      rate = (int) (RISE * rate);
      most = Math.max(most, served(scene, server, lists, rate, STEP_SECONDS));
    }
    return most;
  }

  /// How many lists are made a second when so many are asked for.
  private static int served(
      Scene scene, Server server, List<String> lists, int rate, double seconds)
      throws InterruptedException {
    OpenLoop step = start(scene, server, lists, rate);
    scene.pass(seconds);
    int made = step.end().of(Kind.COLD).count(shot -> shot.is(200));
    int each = (int) (made / (seconds * scene.pace()));
    System.out.printf(Locale.ROOT, "%d lists a second asked for, %d made%n", rate, each);
    return each;
  }

  private static Shots inTime(Shots shots) {
    Trial.checkSentInTime(shots, MAX_LATE_MILLIS);
    return shots;
  }

  private static OpenLoop start(Scene scene, Server server, List<String> lists, int rate) {
    return start(scene, server, Kind.COLD, lists, rate);
  }

  /// Asks for random ones of the targets.
  private static OpenLoop start(
      Scene scene, Server server, Kind kind, List<String> targets, int rate) {
    Random random = new Random(rate);
    Source source =
        (_, due) -> new Shot(kind, server.port(), targets.get(random.nextInt(targets.size())), due);
    return OpenLoop.start(server, new Client(scene.bodies()), source, rate);
  }

  /// So many different ones that hardly any is in memory when it is asked for.
  private static List<String> lists(int products) {
    return IntStream.rangeClosed(SMALLEST, LARGEST)
        .boxed()
        .flatMap(count ->
            IntStream.rangeClosed(1, products / count)
                .mapToObj(page -> "/products?count=%d&page=%d".formatted(count, page)))
        .toList();
  }
}
