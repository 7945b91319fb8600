package jigsaw.verify.faults;

import java.io.IOException;
import java.util.Map;

/// Ids that do not exist, each asked for twice.
final class UnknownIds {
  private static final int IDS = 50_000;
  private static final long MAX_GROWTH_MIB = 64;
  private static final String DATABASE = "jigsaw_cache_answers_total{source=\"database\"}";

  private static final Map<String, String> SETTINGS = Map.of("JIGSAW_CACHE_NEGATIVE_TTL", "10m");

  private UnknownIds() {}

  static void show(Scene scene, Promises promises) throws IOException, InterruptedException {
    int ids = (int) (IDS * scene.pace());
    try (Server server = scene.startServer(SETTINGS)) {
      Source source =
          (number, due) ->
              new Shot(
                  Kind.UNKNOWN,
                  server.port(),
                  "/products/" + (scene.products() + 1 + number % ids),
                  due);
      long queriesBefore = server.metric(DATABASE);
      long memoryBefore = server.residentMib();
      Trial trial =
          new Trial(
              server, OpenLoop.start(server, new Client(scene.bodies()), source, scene.rate()));
      trial.fault();
      Thread.sleep(2L * ids * 1000 / scene.rate());
      trial.back();
      Shots unknown = trial.end().of(Kind.UNKNOWN);
      long queries = server.metric(DATABASE) - queriesBefore;
      long growth = server.residentMib() - memoryBefore;
      promises.none("hung request", unknown.count(Shot::hung), unknown.count());
      promises.none("answer other than 404", unknown.count(shot -> !shot.is(404)), unknown.count());
      promises.add(
          "at most one query for each id", queries <= ids, queries + " for " + ids + " ids");
      promises.atMost(
          "bounded memory: grows by at most 64 MiB", MAX_GROWTH_MIB, (double) growth, "MiB");
    }
  }
}
