package jigsaw.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import jigsaw.embedded.EmbeddedMariaDb;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A server that reads from two replicas, of which one has a new load and the other half of it.
class LaggingReplicaIT {
  private static final int PRODUCTS = 30;
  private static final int ROUNDS = 5;
  private static final Duration CHANGE = Duration.ofSeconds(30);
  private static final String HALF = " WHERE product_id > " + PRODUCTS / 2;

  @TempDir private Path folder;

  @Test
  void neverTakesHalfALoadForAWholeOne() throws Exception {
    Path one = Files.createDirectory(folder.resolve("one"));
    Path other = Files.createDirectory(folder.resolve("other"));
    try (EmbeddedMariaDb ahead = EmbeddedMariaDb.start(one)) {
      shareAccounts(one, other);
      try (EmbeddedMariaDb behind = EmbeddedMariaDb.start(other)) {
        TestDatabase first = TestDatabase.of(ahead);
        TestDatabase second = TestDatabase.of(behind);
        load(first, 1, "old");
        load(second, 1, "old");
        first.goLive(1);
        second.goLive(1);
        try (Server server = reader(ahead, behind);
            TestClient client = new TestClient(server)) {
          await().atMost(CHANGE).until(server::isReady);
          swap(first, second, client);
          ahead.kill();
          // Connections to it are replaced one by one, as they are noticed.
          await().atMost(CHANGE).untilAsserted(() -> assertAllAre(client, "new"));
        }
      }
    }
  }

  private static void swap(TestDatabase ahead, TestDatabase behind, TestClient client)
      throws Exception {
    load(behind, 2, "new");
    behind.execute("CREATE TABLE kept AS SELECT * FROM product_document_g2" + HALF);
    behind.execute("DELETE FROM product_document_g2" + HALF);
    load(ahead, 2, "new");
    ahead.goLive(2);
    for (int round = 0; round < ROUNDS; round++) {
      // Whichever of the two the register is read from: an old answer, a new one, or none now.
      for (int id = 1; id <= PRODUCTS; id++) {
        var answer = client.get("/products/" + id);
        assertThat(answer.statusCode()).as(answer.body()).isIn(200, 503);
        assertThat(answer.statusCode() == 503 || isWhole(answer.body())).isTrue();
      }
    }
    behind.execute("INSERT INTO product_document_g2 SELECT * FROM kept");
    behind.goLive(2);
    await().atMost(CHANGE).until(() -> client.get("/products/1").body().contains("\"new"));
    assertAllAre(client, "new");
  }

  private static boolean isWhole(String body) {
    return body.contains("\"name\":\"old") || body.contains("\"name\":\"new");
  }

  private static void assertAllAre(TestClient client, String mark) throws Exception {
    for (int id = 1; id <= PRODUCTS; id++) {
      assertThat(client.get("/products/" + id).body()).contains("\"name\":\"" + mark);
    }
  }

  /// The same load in both, so with the same time.
  private static void load(TestDatabase database, int generation, String mark) throws SQLException {
    database.load(generation, TestCatalogue.uniform(PRODUCTS, mark));
    database.execute(
        "UPDATE catalog_generation SET started_at = '2026-01-0%1$d' WHERE id = %1$d"
            .formatted(generation));
  }

  private static void shareAccounts(Path from, Path to) throws IOException {
    try (DirectoryStream<Path> passwords = Files.newDirectoryStream(from, "*.password")) {
      for (Path password : passwords) {
        Files.copy(password, to.resolve(password.getFileName()));
      }
    }
  }

  private static Server reader(EmbeddedMariaDb one, EmbeddedMariaDb other) {
    Map<String, String> environment =
        Map.of(
            "JIGSAW_DB_URL",
            "jdbc:mysql:loadbalance://127.0.0.1:%d,127.0.0.1:%d/%s"
                .formatted(one.port(), other.port(), EmbeddedMariaDb.SCHEMA),
            "JIGSAW_DB_USER",
            one.readOnlyUser(),
            "JIGSAW_DB_PASSWORD",
            one.readOnlyPassword());
    return TestServer.start(
        environment,
        Stream.concat(Stream.of(TestServer.PATIENT), Stream.of("--cache-size=0"))
            .toArray(String[]::new));
  }
}
