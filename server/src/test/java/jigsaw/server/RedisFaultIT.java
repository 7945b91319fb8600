package jigsaw.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.sync.RedisCommands;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import jigsaw.embedded.EmbeddedRedis;
import jigsaw.embedded.RedisOptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Redis as a second tier, and its absence, which nobody may notice. The server keeps nothing of
/// its own, so that every request asks Redis.
class RedisFaultIT {
  /// A database that a busy machine makes slow is not this test's subject.
  private static final String[] ONLY_REDIS_FAILS = {
    "--cache-size=0", "--db-queue-wait=10s", "--db-silence=10s"
  };

  /// The promise in seconds is proved on a quiet machine; here it must only come true.
  private static final Duration RECOVERY = Duration.ofSeconds(20);

  @TempDir private Path folder;
  private TestDatabase database;
  private EmbeddedRedis redis;

  @BeforeEach
  void start() throws Exception {
    database = TestDatabase.start(Files.createDirectory(folder.resolve("db")));
    database.load(1, TestCatalogue.everyShape(""));
    database.goLive(1);
    redis = EmbeddedRedis.start(Files.createDirectory(folder.resolve("redis")));
  }

  @AfterEach
  void stop() {
    redis.close();
    database.close();
  }

  @Test
  void answersFromRedisWhatWasAskedBefore() throws Exception {
    try (Server server = patientServer();
        TestClient client = new TestClient(server)) {
      awaitRedis(client);
      String styles = client.get("/products/1/styles").body();
      await().until(() -> keys() == 1);
      long fetches = counted(client, "database");
      assertThat(client.get("/products/1/styles").body()).isEqualTo(styles);
      assertThat(counted(client, "database")).isEqualTo(fetches);
      assertThat(counted(client, "redis")).isEqualTo(1);
    }
  }

  @Test
  void fetchesAWholePageFromRedis() throws Exception {
    try (Server server = patientServer();
        TestClient client = new TestClient(server)) {
      awaitRedis(client);
      String page = client.get("/products/1/page").body();
      await().until(() -> keys() == 1);
      long fetches = counted(client, "database");
      assertThat(client.get("/products/1/page").body()).isEqualTo(page);
      assertThat(counted(client, "database")).isEqualTo(fetches);
    }
  }

  @Test
  void takesGarbageForAMissAndOverwritesIt() throws Exception {
    try (Server server = patientServer();
        TestClient client = new TestClient(server)) {
      awaitRedis(client);
      String product = client.get("/products/1").body();
      await().until(() -> keys() == 1);
      try (RedisClient direct = direct()) {
        RedisCommands<String, String> commands = direct.connect().sync();
        String key = commands.keys("*").getFirst();
        String good = commands.get(key);
        commands.set(key, "{\"id\":1,\"name\":\"wrong\"}");
        assertThat(client.get("/products/1").body()).isEqualTo(product);
        await().until(() -> good.equals(commands.get(key)));
        commands.del(key);
        commands.lpush(key, "a list");
        assertThat(client.get("/products/1").body()).isEqualTo(product);
        await().until(() -> "string".equals(commands.type(key)));
      }
    }
  }

  @Test
  void goesOnWithoutRedisAndUsesItAgain() throws Exception {
    try (Server server = TestServer.start(database, redis, ONLY_REDIS_FAILS);
        TestClient client = new TestClient(server)) {
      awaitRedis(client);
      assertThat(client.status("/products/1")).isEqualTo(200);
      int port = redis.port();
      redis.close();
      for (int round = 0; round < 50; round++) {
        assertThat(client.status("/products/1")).isEqualTo(200);
      }
      assertThat(client.admin("/health/ready").statusCode()).isEqualTo(200);
      redis = EmbeddedRedis.start(folder.resolve("redis"), new RedisOptions(port, 64));
      await()
          .atMost(RECOVERY)
          .until(() -> {
            assertThat(client.status("/products/1")).isEqualTo(200);
            return keys() == 1;
          });
    }
  }

  @Test
  void findsRedisThatAppearsLater() throws Exception {
    int port = redis.port();
    EmbeddedRedis gone = redis;
    redis.close();
    try (Server server = TestServer.start(database, gone, ONLY_REDIS_FAILS);
        TestClient client = new TestClient(server)) {
      await().until(server::isReady);
      assertThat(client.status("/products/1")).isEqualTo(200);
      redis = EmbeddedRedis.start(folder.resolve("redis"), new RedisOptions(port, 64));
      await().atMost(RECOVERY).until(() -> isUsable(client));
    }
  }

  /// A server that a busy machine does not make give Redis up.
  private Server patientServer() {
    List<String> options = new ArrayList<>(List.of(TestServer.PATIENT));
    options.add("--cache-size=0");
    return TestServer.start(database, redis, options.toArray(String[]::new));
  }

  private static void awaitRedis(TestClient client) {
    await().until(() -> isUsable(client) && client.admin("/health/ready").statusCode() == 200);
  }

  private static boolean isUsable(TestClient client) throws Exception {
    return client.admin("/status").body().contains("\"redisUsable\":true");
  }

  private static long counted(TestClient client, String source) throws Exception {
    String name = "jigsaw_cache_answers_total{source=\"" + source + "\"} ";
    return client
        .admin("/metrics")
        .body()
        .lines()
        .filter(line -> line.startsWith(name))
        .mapToLong(line -> (long) Double.parseDouble(line.substring(name.length())))
        .sum();
  }

  private long keys() {
    try (RedisClient direct = direct()) {
      return direct.connect().sync().dbsize();
    }
  }

  private RedisClient direct() {
    RedisURI uri = RedisURI.create(redis.url());
    uri.setCredentialsProvider(
        io.lettuce.core.RedisCredentialsProvider.from(
            () -> io.lettuce.core.RedisCredentials.just(null, redis.password())));
    return RedisClient.create(uri);
  }
}
