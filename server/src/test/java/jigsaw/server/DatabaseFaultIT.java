package jigsaw.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What clients see while the database is away, comes back, hangs or refuses.
class DatabaseFaultIT {
  /// The promises in seconds are proved on a quiet machine; here they must only come true.
  private static final Duration RECOVERY = Duration.ofSeconds(20);

  private static final Duration QUERY_LIMIT = Duration.ofSeconds(10);

  @TempDir private Path folder;

  @Test
  void servesCachedProductsWithoutADatabaseAndTheRestSoonAfterItsReturn() throws Exception {
    TestDatabase first = loaded();
    try (Server server = TestServer.start(first);
        TestClient client = new TestClient(server)) {
      await().until(server::isReady);
      assertThat(client.status("/products/1")).isEqualTo(200);
      int port = first.port();
      first.close();

      await().until(() -> client.status("/products/2") == 503);
      assertThat(client.status("/products/1")).isEqualTo(200);
      HttpResponse<String> refused = client.get("/products/3");
      assertThat(refused.statusCode()).isEqualTo(503);
      assertThat(refused.headers().firstValue("Retry-After")).hasValue("1");
      assertThat(client.status("/products?count=2")).isEqualTo(503);
      assertThat(client.admin("/health/live").statusCode()).isEqualTo(200);
      assertThat(client.admin("/health/ready").statusCode()).isEqualTo(503);

      try (TestDatabase second = TestDatabase.start(folder, port)) {
        assertThat(second.port()).isEqualTo(port);
        await().atMost(RECOVERY).until(() -> client.status("/products/3") == 200);
        assertThat(client.admin("/health/ready").statusCode()).isEqualTo(200);
      }
    }
  }

  @Test
  void opensItsPortWhenItHasSomethingToAnswer() throws Exception {
    try (TestDatabase database = loaded();
        Server server = TestServer.start(database, TestServer.PATIENT);
        TestClient client = new TestClient(server)) {
      assertThat(client.status("/products/1")).isEqualTo(200);
    }
  }

  @Test
  void startsWithoutADatabaseAndIsReadySoonAfterItsAppearance() throws Exception {
    TestDatabase first = loaded();
    try (Server server = TestServer.start(first, "--db-threads=2")) {
      await().until(server::isReady);
    }
    int port = first.port();
    first.close();
    try (Server server = TestServer.start(first);
        TestClient client = new TestClient(server)) {
      assertThat(client.status("/products/1")).isEqualTo(503);
      assertThat(client.admin("/health/live").statusCode()).isEqualTo(200);
      assertThat(client.admin("/health/ready").statusCode()).isEqualTo(503);
      try (TestDatabase second = TestDatabase.start(folder, port)) {
        assertThat(second.port()).isEqualTo(port);
        await().atMost(RECOVERY).until(server::isReady);
        assertThat(client.status("/products/1")).isEqualTo(200);
      }
    }
  }

  @Test
  void answersLongBeforeTheQueryLimitWhileTheDatabaseHangs() throws Exception {
    try (TestDatabase database = loaded();
        Server server =
            TestServer.start(database, "--db-query-timeout=" + QUERY_LIMIT.toSeconds() + "s");
        TestClient client = new TestClient(server)) {
      await().until(server::isReady);
      assertThat(client.status("/products/1")).isEqualTo(200);
      signal(database, "STOP");
      try {
        for (int id : new int[] {2, 3, 5, 8}) {
          long start = System.nanoTime();
          assertThat(client.status("/products/" + id)).isEqualTo(503);
          assertThat(Duration.ofNanos(System.nanoTime() - start))
              .isLessThan(QUERY_LIMIT.dividedBy(2));
          assertThat(client.status("/products/1")).isEqualTo(200);
        }
      } finally {
        signal(database, "CONT");
      }
      await().atMost(RECOVERY).until(() -> client.status("/products/2") == 200);
    }
  }

  @Test
  void becomesReadyWhenTheFirstCatalogueIsLoaded() throws Exception {
    try (TestDatabase database = TestDatabase.start(folder);
        Server server = TestServer.start(database);
        TestClient client = new TestClient(server)) {
      await().until(() -> client.admin("/status").body().contains("\"databaseReachable\":true"));
      assertThat(client.status("/products")).isEqualTo(503);
      assertThat(server.isReady()).isFalse();
      database.load(1, TestCatalogue.everyShape(""));
      assertThat(server.isReady()).isFalse();
      database.goLive(1);
      await().atMost(RECOVERY).until(server::isReady);
      assertThat(client.status("/products")).isEqualTo(200);
    }
  }

  private TestDatabase loaded() throws Exception {
    TestDatabase database = TestDatabase.start(folder);
    database.load(1, TestCatalogue.everyShape(""));
    database.goLive(1);
    return database;
  }

  private static void signal(TestDatabase database, String name) throws Exception {
    Process kill = new ProcessBuilder("kill", "-" + name, Long.toString(database.pid())).start();
    assertThat(kill.waitFor(5, TimeUnit.SECONDS)).isTrue();
    assertThat(kill.exitValue()).isZero();
  }
}
