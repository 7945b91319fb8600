package jigsaw.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import jigsaw.embedded.EmbeddedMariaDb;
import jigsaw.embedded.Replication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A server that reads from a source and its replica, of which one dies.
class ReplicationIT {
  private static final int PRODUCTS = 20;
  private static final Duration LAG = Duration.ofSeconds(30);

  @TempDir private Path folder;

  @Test
  void readsFromTheReplicaWhenTheSourceDies() throws Exception {
    EmbeddedMariaDb source = Replication.startSource(folder.resolve("source"), 0);
    EmbeddedMariaDb replica = Replication.startReplica(folder.resolve("replica"), 2, source);
    TestDatabase loaded = TestDatabase.of(source);
    loaded.load(1, TestCatalogue.uniform(PRODUCTS, "first"));
    loaded.goLive(1);
    try (Server server = reader(source, replica);
        TestClient client = new TestClient(server)) {
      await().atMost(LAG).until(server::isReady);
      assertAllAre(client, "first");

      loaded.load(2, TestCatalogue.uniform(PRODUCTS, "second"));
      loaded.goLive(2);
      await().atMost(LAG).until(() -> client.get("/products/1").body().contains("second"));
      assertAllAre(client, "second");

      source.kill();
      assertAllAre(client, "second");
    } finally {
      replica.close();
    }
  }

  @Test
  void readsFromTheSourceWhenTheReplicaDies() throws Exception {
    EmbeddedMariaDb source = Replication.startSource(folder.resolve("source"), 0);
    EmbeddedMariaDb replica = Replication.startReplica(folder.resolve("replica"), 2, source);
    TestDatabase loaded = TestDatabase.of(source);
    loaded.load(1, TestCatalogue.uniform(PRODUCTS, "first"));
    loaded.goLive(1);
    try (Server server = reader(source, replica);
        TestClient client = new TestClient(server)) {
      await().atMost(LAG).until(server::isReady);
      assertAllAre(client, "first");
      replica.kill();
      // Connections to it are replaced one by one, as they are noticed.
      await().atMost(LAG).ignoreExceptions().untilAsserted(() -> assertAllAre(client, "first"));
    } finally {
      source.close();
    }
  }

  private static void assertAllAre(TestClient client, String mark) throws Exception {
    for (int id = 1; id <= PRODUCTS; id++) {
      assertThat(client.get("/products/" + id).body()).contains("\"name\":\"" + mark);
      assertThat(client.status("/products/" + id + "/styles")).isEqualTo(200);
    }
  }

  private static Server reader(EmbeddedMariaDb source, EmbeddedMariaDb replica) {
    Map<String, String> environment =
        Map.of(
            "JIGSAW_DB_URL",
            "jdbc:mysql:replication://127.0.0.1:%d,127.0.0.1:%d/%s"
                .formatted(source.port(), replica.port(), EmbeddedMariaDb.SCHEMA),
            "JIGSAW_DB_USER",
            source.readOnlyUser(),
            "JIGSAW_DB_PASSWORD",
            source.readOnlyPassword());
    return TestServer.start(
        environment,
        Stream.concat(Stream.of(TestServer.PATIENT), Stream.of("--cache-size=0"))
            .toArray(String[]::new));
  }
}
