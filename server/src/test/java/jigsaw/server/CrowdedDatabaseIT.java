package jigsaw.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Many documents are asked for while the only database thread is busy: it asks for those that wait
/// together.
class CrowdedDatabaseIT {
  private static final int PRODUCTS = 30;

  /// So many at most are with the thread already.
  private static final int TAKEN_AT_ONCE = 16;

  private static final Pattern QUEUE = Pattern.compile("(?m)^jigsaw_database_queue ([0-9.]+)$");

  @TempDir private Path folder;

  @Test
  void givesEveryoneTheirOwnDocument() throws Exception {
    try (TestDatabase database = TestDatabase.start(folder)) {
      database.load(1, TestCatalogue.uniform(PRODUCTS, "crowd"));
      database.goLive(1);
      Map<String, String> alone = answersAlone(database);
      // Only both answers about the product that does not exist are alike.
      assertThat(Set.copyOf(alone.values())).hasSize(alone.size() - 1);
      try (Server server = crowded(database);
          TestClient client = new TestClient(server);
          var callers = Executors.newVirtualThreadPerTaskExecutor()) {
        await().until(server::isReady);
        // Now the thread has its connection: a database that is paused gives none.
        assertThat(client.status("/products/1")).isEqualTo(200);
        Map<String, Future<String>> answers = new LinkedHashMap<>();
        signal(database, "STOP");
        try {
          paths().forEach(path -> answers.put(path, callers.submit(() -> client.get(path).body())));
          await().until(() -> waiting(client) >= answers.size() - TAKEN_AT_ONCE);
        } finally {
          signal(database, "CONT");
        }
        for (Map.Entry<String, Future<String>> answer : answers.entrySet()) {
          assertThat(answer.getValue().get(10, TimeUnit.SECONDS))
              .isEqualTo(alone.get(answer.getKey()));
        }
      }
    }
  }

  private static Map<String, String> answersAlone(TestDatabase database) throws Exception {
    Map<String, String> answers = new LinkedHashMap<>();
    try (Server server = crowded(database);
        TestClient client = new TestClient(server)) {
      await().until(server::isReady);
      for (String path : paths()) {
        answers.put(path, client.get(path).body());
      }
    }
    return answers;
  }

  private static double waiting(TestClient client) throws Exception {
    Matcher queue = QUEUE.matcher(client.admin("/metrics").body());
    assertThat(queue.find()).isTrue();
    return Double.parseDouble(queue.group(1));
  }

  private static Server crowded(TestDatabase database) {
    return TestServer.start(
        database,
        Stream.concat(Stream.of(TestServer.PATIENT), Stream.of("--cache-size=0", "--db-threads=1"))
            .toArray(String[]::new));
  }

  /// Documents of both kinds and other answers, in turn; the last product does not exist.
  private static List<String> paths() {
    return IntStream.rangeClosed(1, PRODUCTS + 1)
        .boxed()
        .flatMap(id ->
            id % 5 == 0
                ? Stream.of("/products?count=" + id)
                : Stream.of("/products/" + id, "/products/" + id + "/styles"))
        .toList();
  }

  private static void signal(TestDatabase database, String name) throws Exception {
    Process kill = new ProcessBuilder("kill", "-" + name, Long.toString(database.pid())).start();
    assertThat(kill.waitFor(5, TimeUnit.SECONDS)).isTrue();
    assertThat(kill.exitValue()).isZero();
  }
}
