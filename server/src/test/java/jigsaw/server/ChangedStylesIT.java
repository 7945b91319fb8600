package jigsaw.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jigsaw.catalog.Schema;
import jigsaw.embedded.EmbeddedRedis;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Prices and stock change in the live generation while clients ask two servers that share a Redis.
class ChangedStylesIT {
  private static final Duration PICK_UP = Duration.ofSeconds(2);
  private static final int CHANGES = 6;
  private static final Pattern QUANTITY = Pattern.compile("\"quantity\":([0-9]+)");

  /// The numbers from 1 to a million, in the SQL of MySQL and MariaDB alike.
  private static final String NUMBERS =
      "WITH digits AS (SELECT 0 d UNION SELECT 1 UNION SELECT 2 UNION SELECT 3 UNION SELECT 4"
          + " UNION SELECT 5 UNION SELECT 6 UNION SELECT 7 UNION SELECT 8 UNION SELECT 9)"
          + " SELECT 1 + a.d + 10 * b.d + 100 * c.d + 1000 * d.d + 10000 * e.d + 100000 * f.d AS n"
          + " FROM digits a, digits b, digits c, digits d, digits e, digits f";

  @TempDir private Path folder;

  @Test
  void showsChangesInTimeAndNeverGoesBack() throws Exception {
    Path db = Files.createDirectory(folder.resolve("db"));
    Path redisFolder = Files.createDirectory(folder.resolve("redis"));
    try (TestDatabase database = TestDatabase.start(db);
        EmbeddedRedis redis = EmbeddedRedis.start(redisFolder)) {
      database.load(1, TestCatalogue.uniform(5, "mark"));
      database.goLive(1);
      database.changeStyles(1, 1, 1, styles(1));
      try (Server first = TestServer.start(database, redis, TestServer.PATIENT);
          Server second = TestServer.start(database, redis, TestServer.PATIENT);
          TestClient one = new TestClient(first);
          TestClient other = new TestClient(second)) {
        await().until(() -> first.isReady() && second.isReady());
        changeUnderRequests(database, List.of(one, other));
      }
    }
  }

  @Test
  void startsWithMoreChangesThanOneLookUpReads() throws Exception {
    int changes = 120_000;
    Path db = Files.createDirectory(folder.resolve("db"));
    try (TestDatabase database = TestDatabase.start(db)) {
      database.load(1, TestCatalogue.uniform(5, "mark"));
      database.goLive(1);
      database.execute(
          "INSERT INTO catalog_change (generation, product_id, seq) SELECT 1, n, n FROM ("
              + NUMBERS
              + ") numbers WHERE n <= "
              + changes);
      try (Server server = TestServer.start(database, TestServer.PATIENT);
          TestClient client = new TestClient(server)) {
        await().until(server::isReady);
        assertThat(client.admin("/status").body()).contains("\"lastChange\":" + changes);
        database.changeStyles(1, 1, changes + 1, styles(7));
        await().atMost(PICK_UP).until(() -> quantity(client.get("/products/1/styles").body()) == 7);
      }
    }
  }

  @Test
  void servesACatalogueThatHasNoTableOfChangesYet() throws Exception {
    Path db = Files.createDirectory(folder.resolve("db"));
    try (TestDatabase database = TestDatabase.start(db)) {
      database.load(1, TestCatalogue.uniform(5, "mark"));
      database.goLive(1);
      database.execute("DROP TABLE catalog_change");
      try (Server server = TestServer.start(database, TestServer.PATIENT);
          TestClient client = new TestClient(server)) {
        await().until(server::isReady);
        String tag = tag(client.get("/products/1/styles"));
        for (String sql : Schema.shared()) {
          database.execute(sql);
        }
        database.changeStyles(1, 1, 1, styles(7));
        await()
            .atMost(PICK_UP)
            .until(
                () -> client.get("/products/1/styles", "If-None-Match", tag).statusCode() == 200);
        var changed = client.get("/products/1/styles", "If-None-Match", tag);
        assertThat(quantity(changed.body())).isEqualTo(7);
        var known = client.get("/products/1/styles", "If-None-Match", tag(changed));
        assertThat(known.statusCode()).isEqualTo(304);
      }
    }
  }

  private static void changeUnderRequests(TestDatabase database, List<TestClient> clients)
      throws Exception {
    AtomicBoolean done = new AtomicBoolean();
    Queue<String> faults = new ConcurrentLinkedQueue<>();
    List<Thread> threads = new ArrayList<>();
    for (TestClient client : clients) {
      for (String path : List.of("/products/1/styles", "/products/1/page")) {
        threads.add(Thread.startVirtualThread(() -> ask(client, path, done, faults)));
      }
    }
    try {
      for (int number = 2; number <= CHANGES; number++) {
        database.changeStyles(1, 1, number, styles(number));
        int expected = number;
        await()
            .atMost(PICK_UP)
            .until(() -> {
              boolean shown = true;
              for (TestClient client : clients) {
                shown &= quantity(client.get("/products/1/styles").body()) == expected;
                shown &= quantity(client.get("/products/1/page").body()) == expected;
              }
              return shown;
            });
      }
    } finally {
      done.set(true);
      for (Thread thread : threads) {
        thread.join();
      }
    }
    assertThat(faults).isEmpty();
    assertThat(clients.getFirst().admin("/metrics").body())
        .contains("jigsaw_last_change " + CHANGES + ".0");
  }

  private static void ask(
      TestClient client, String path, AtomicBoolean done, Queue<String> faults) {
    int shown = 0;
    while (!done.get()) {
      try {
        var answer = client.get(path);
        int now = quantity(answer.body());
        if (answer.statusCode() != 200 || now < shown) {
          faults.add(path + " after " + shown + ": " + answer.statusCode() + " " + answer.body());
        }
        shown = now;
      } catch (Exception e) {
        faults.add(path + ": " + e);
      }
    }
  }

  private static String tag(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(200);
    return answer.headers().firstValue("ETag").orElseThrow();
  }

  /// The first stock in an answer, which is that of product 1; here the number of the change.
  private static int quantity(String body) {
    Matcher matcher = QUANTITY.matcher(body);
    return matcher.find() ? Integer.parseInt(matcher.group(1)) : -1;
  }

  private static byte[] styles(int quantity) {
    return ("{\"product_id\":\"1\",\"results\":[{\"style_id\":1,\"name\":\"Sand\","
            + "\"original_price\":\"1.00\",\"sale_price\":null,\"default?\":true,"
            + "\"photos\":[{\"thumbnail_url\":null,\"url\":null}],"
            + "\"skus\":{\"1\":{\"quantity\":"
            + quantity
            + ",\"size\":\"S\"}}}]}")
        .getBytes(UTF_8);
  }
}
