package jigsaw.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import jigsaw.embedded.EmbeddedRedis;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The server practises before it says that it is ready, and nobody can tell afterwards.
class WarmUpIT {
  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final String ANSWERED = "jigsaw_http_requests_total{";

  @TempDir private Path folder;

  @Test
  void leavesNeitherCountsNorConnectionsNorCachedAnswers() throws Exception {
    try (TestDatabase database = loaded();
        EmbeddedRedis redis = EmbeddedRedis.start(folder.resolve("redis"));
        Server server = TestServer.start(database, redis, "--warm-up=300", "--warm-up-time=30s");
        TestClient client = new TestClient(server)) {
      await().atMost(LIMIT).until(server::isReady);
      String metrics = client.admin("/metrics").body();
      assertThat(metrics).contains("jigsaw_cache_answers_total{source=\"database\"} 0.0");
      assertThat(metrics.lines().filter(line -> line.startsWith(ANSWERED))).isEmpty();
      assertThat(client.admin("/status").body())
          .contains("\"connections\":0", "\"cacheBytes\":0", "\"ready\":true");
      assertThat(client.status("/products/1")).isEqualTo(200);
      assertThat(client.admin("/metrics").body().lines())
          .anyMatch(line -> line.startsWith(ANSWERED));
    }
  }

  @Test
  void isNotReadyWhileItPractises() throws Exception {
    try (TestDatabase database = loaded();
        Server server = TestServer.start(database, "--warm-up=10000000", "--warm-up-time=10m");
        TestClient client = new TestClient(server)) {
      await().atMost(LIMIT).until(() -> client.status("/products/1") == 200);
      assertThat(client.admin("/health/ready").statusCode()).isEqualTo(503);
    }
  }

  @Test
  void opensItsPortAfterItIfToldSo() throws Exception {
    try (TestDatabase database = loaded();
        Server server =
            TestServer.start(database, "--open-when=warm", "--warm-up=300", "--warm-up-time=30s")) {
      assertThat(server.isReady()).isTrue();
    }
  }

  @Test
  void isNotReadyBeforeItsPortIsOpen() throws Exception {
    try (TestDatabase database = loaded();
        Server server = TestServer.startWithoutPort(database);
        TestClient client = new TestClient(server)) {
      await()
          .atMost(LIMIT)
          .until(() -> client.admin("/status").body().contains("\"products\":120"));
      assertThat(server.isReady()).isFalse();
      server.open();
      await().atMost(LIMIT).until(server::isReady);
    }
  }

  @Test
  void isReadyWhenItsTimeIsOver() throws Exception {
    try (TestDatabase database = loaded();
        Server server = TestServer.start(database, "--warm-up=10000000", "--warm-up-time=50ms")) {
      await().atMost(LIMIT).until(server::isReady);
    }
  }

  @Test
  void isReadyWithACatalogueOfNothing() throws Exception {
    try (TestDatabase database = TestDatabase.start(folder.resolve("empty"))) {
      database.load(1, List.of());
      database.goLive(1);
      try (Server server = TestServer.start(database, "--warm-up=300", "--warm-up-time=30s")) {
        await().atMost(LIMIT).until(server::isReady);
      }
    }
  }

  private TestDatabase loaded() throws Exception {
    TestDatabase database = TestDatabase.start(folder.resolve("db"));
    database.load(1, TestCatalogue.uniform(120, "practised"));
    database.goLive(1);
    return database;
  }
}
