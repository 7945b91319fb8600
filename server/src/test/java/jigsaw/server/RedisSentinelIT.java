package jigsaw.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisCredentials;
import io.lettuce.core.RedisCredentialsProvider;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisURI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import jigsaw.embedded.EmbeddedRedis;
import jigsaw.embedded.EmbeddedSentinel;
import jigsaw.embedded.RedisOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A Redis that dies and whose replica a Sentinel puts in its place.
class RedisSentinelIT {
  private static final int PRODUCTS = 20;
  private static final Duration FAILOVER = Duration.ofSeconds(30);

  @TempDir private Path folder;

  @Test
  void followsTheSentinelToTheReplica() throws Exception {
    Path db = Files.createDirectory(folder.resolve("db"));
    Path one = Files.createDirectory(folder.resolve("one"));
    Path other = Files.createDirectory(folder.resolve("other"));
    Path watch = Files.createDirectory(folder.resolve("watch"));
    try (TestDatabase database = TestDatabase.start(db);
        EmbeddedRedis primary =
            EmbeddedRedis.start(one, new RedisOptions(0, 64, "repl-diskless-sync-delay 0"))) {
      database.load(1, TestCatalogue.uniform(PRODUCTS, "sentinel"));
      database.goLive(1);
      Files.copy(one.resolve("redis.password"), other.resolve("redis.password"));
      try (EmbeddedRedis replica = EmbeddedRedis.start(other, replicaOf(primary))) {
        await().atMost(FAILOVER).until(() -> says(replica, "master_link_status:up"));
        try (EmbeddedSentinel sentinel = EmbeddedSentinel.start(watch, "documents", primary)) {
          await().atMost(FAILOVER).until(() -> knowsReplica(sentinel));
          failOver(database, sentinel, primary, replica);
        }
      }
    }
  }

  private static void failOver(
      TestDatabase database,
      EmbeddedSentinel sentinel,
      EmbeddedRedis primary,
      EmbeddedRedis replica)
      throws Exception {
    String url = "redis-sentinel://127.0.0.1:" + sentinel.port() + "#documents";
    List<String> options = new ArrayList<>(List.of(TestServer.PATIENT));
    options.add("--cache-size=0");
    try (Server server =
            TestServer.startWithRedis(
                database, url, primary.password(), options.toArray(String[]::new));
        TestClient client = new TestClient(server)) {
      await().atMost(FAILOVER).until(() -> isUsable(client));
      assertAllAreServed(client);
      await().until(() -> keys(replica) == PRODUCTS);

      primary.kill();
      assertAllAreServed(client);
      // Sentinel cuts off whoever is connected to a replica that it promotes.
      await()
          .atMost(FAILOVER)
          .ignoreExceptionsInstanceOf(RedisException.class)
          .until(() -> {
            assertAllAreServed(client);
            return says(replica, "role:master") && isUsable(client);
          });
      // Written through the new one: nobody else writes.
      assertThat(client.status("/products/1/styles")).isEqualTo(200);
      await().until(() -> keys(replica) == PRODUCTS + 1);
    }
  }

  private static RedisOptions replicaOf(EmbeddedRedis primary) {
    String lines =
        "replicaof 127.0.0.1 %d\nmasterauth %s".formatted(primary.port(), primary.password());
    return new RedisOptions(0, 64, lines);
  }

  private static void assertAllAreServed(TestClient client) throws Exception {
    for (int id = 1; id <= PRODUCTS; id++) {
      assertThat(client.status("/products/" + id)).isEqualTo(200);
    }
  }

  private static boolean isUsable(TestClient client) throws Exception {
    return client.admin("/status").body().contains("\"redisUsable\":true");
  }

  private static boolean says(EmbeddedRedis redis, String line) {
    return info(redis.url(), redis.password(), "replication", text -> text.contains(line));
  }

  private static boolean knowsReplica(EmbeddedSentinel sentinel) {
    String url = "redis://127.0.0.1:" + sentinel.port();
    return info(url, "", "sentinel", text -> text.contains("slaves=1"));
  }

  private static boolean info(String url, String password, String section, Predicate<String> is) {
    try (RedisClient direct = direct(url, password)) {
      return is.test(direct.connect().sync().info(section));
    }
  }

  private static long keys(EmbeddedRedis redis) {
    try (RedisClient direct = direct(redis.url(), redis.password())) {
      return direct.connect().sync().dbsize();
    }
  }

  private static RedisClient direct(String url, String password) {
    RedisURI uri = RedisURI.create(url);
    if (!password.isEmpty()) {
      uri.setCredentialsProvider(
          RedisCredentialsProvider.from(() -> RedisCredentials.just(null, password)));
    }
    return RedisClient.create(uri);
  }
}
