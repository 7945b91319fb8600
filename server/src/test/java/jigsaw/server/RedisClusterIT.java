package jigsaw.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisCredentials;
import io.lettuce.core.RedisCredentialsProvider;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.sync.RedisCommands;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.output.StatusOutput;
import io.lettuce.core.protocol.CommandArgs;
import io.lettuce.core.protocol.CommandType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import jigsaw.embedded.EmbeddedRedis;
import jigsaw.embedded.Ports;
import jigsaw.embedded.RedisOptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A Redis Cluster of three nodes as the second tier, of which one dies and comes back.
class RedisClusterIT {
  private static final int NODES = 3;
  private static final int SLOTS = 16_384;
  private static final int PRODUCTS = 60;

  /// What operations.md tells to give the servers' user.
  private static final String RIGHTS =
      "+auth +hello +ping +get +mget +set +client|setname"
          + " +cluster|nodes +cluster|myid +info +readonly";

  private static final Duration RECOVERY = Duration.ofSeconds(20);

  @TempDir private Path folder;
  private TestDatabase database;
  private final List<EmbeddedRedis> nodes = new ArrayList<>();

  @BeforeEach
  void start() throws Exception {
    database = TestDatabase.start(Files.createDirectory(folder.resolve("db")));
    database.load(1, TestCatalogue.uniform(PRODUCTS, "cluster"));
    database.goLive(1);
    Path first = Files.createDirectory(folder.resolve("redis-0"));
    nodes.add(node(first, 0));
    for (int number = 1; number < NODES; number++) {
      Path other = Files.createDirectory(folder.resolve("redis-" + number));
      // All nodes have one password.
      Files.copy(first.resolve("redis.password"), other.resolve("redis.password"));
      nodes.add(node(other, 0));
    }
    form();
  }

  @AfterEach
  void stop() {
    nodes.forEach(EmbeddedRedis::close);
    database.close();
  }

  @Test
  void answersWhateverHappensToANode() throws Exception {
    try (Server server = server();
        TestClient client = new TestClient(server)) {
      await().atMost(RECOVERY).until(() -> isUsable(client));
      // What could not be kept is kept the next time.
      await()
          .atMost(RECOVERY)
          .until(() -> {
            assertAllAreServed(client);
            return keys() == 2 * PRODUCTS;
          });
      long fetches = fromDatabase(client);
      assertAllAreServed(client);
      assertThat(client.get("/products?ids=1,2,3,4,5,6,7,8").body()).contains("\"id\":8");
      assertThat(fromDatabase(client)).isEqualTo(fetches);

      int port = nodes.get(1).port();
      nodes.get(1).kill();
      assertAllAreServed(client);
      nodes.set(1, node(folder.resolve("redis-1"), port));
      await()
          .atMost(RECOVERY)
          .until(() -> {
            assertAllAreServed(client);
            return isUsable(client) && keys() == 2 * PRODUCTS;
          });
    }
  }

  private static void assertAllAreServed(TestClient client) throws Exception {
    for (int id = 1; id <= PRODUCTS; id++) {
      assertThat(client.status("/products/" + id)).isEqualTo(200);
      assertThat(client.status("/products/" + id + "/styles")).isEqualTo(200);
    }
  }

  /// A node that leaves keys of others alone when those are away.
  private static EmbeddedRedis node(Path directory, int port) {
    String lines =
        """
        cluster-enabled yes
        cluster-require-full-coverage no
        cluster-node-timeout 2000
        cluster-port %d
        user jigsaw on nopass ~* -@all %s
        """
            .formatted(Ports.free(), RIGHTS);
    return EmbeddedRedis.start(directory, new RedisOptions(port, 64, lines));
  }

  private void form() {
    List<String> busPorts = new ArrayList<>();
    for (int number = 0; number < NODES; number++) {
      try (RedisClient direct = direct(nodes.get(number))) {
        RedisCommands<String, String> commands = direct.connect().sync();
        busPorts.add(commands.configGet("cluster-port").get("cluster-port"));
        int from = number * SLOTS / NODES;
        int to = (number + 1) * SLOTS / NODES;
        commands.clusterAddSlots(IntStream.range(from, to).toArray());
      }
    }
    try (RedisClient direct = direct(nodes.getFirst())) {
      RedisCommands<String, String> commands = direct.connect().sync();
      for (int number = 1; number < NODES; number++) {
        commands.dispatch(
            CommandType.CLUSTER,
            new StatusOutput<>(StringCodec.UTF8),
            new CommandArgs<>(StringCodec.UTF8)
                .add("MEET")
                .add("127.0.0.1")
                .add(nodes.get(number).port())
                .add(busPorts.get(number)));
      }
    }
    for (EmbeddedRedis node : nodes) {
      await().atMost(RECOVERY).until(() -> knowsAll(node));
    }
  }

  private static boolean knowsAll(EmbeddedRedis node) {
    try (RedisClient direct = direct(node)) {
      String info = direct.connect().sync().clusterInfo();
      return info.contains("cluster_state:ok") && info.contains("cluster_slots_ok:" + SLOTS);
    }
  }

  private Server server() {
    String url =
        nodes.stream()
            .map(node -> "127.0.0.1:" + node.port())
            .collect(Collectors.joining(",", "redis-cluster://", ""));
    List<String> options = new ArrayList<>(List.of(TestServer.PATIENT));
    options.addAll(List.of("--cache-size=0", "--redis-user=jigsaw"));
    return TestServer.startWithRedis(
        database, url, nodes.getFirst().password(), options.toArray(String[]::new));
  }

  private static boolean isUsable(TestClient client) throws Exception {
    return client.admin("/status").body().contains("\"redisUsable\":true");
  }

  private static long fromDatabase(TestClient client) throws Exception {
    String name = "jigsaw_cache_answers_total{source=\"database\"} ";
    return client
        .admin("/metrics")
        .body()
        .lines()
        .filter(line -> line.startsWith(name))
        .mapToLong(line -> (long) Double.parseDouble(line.substring(name.length())))
        .sum();
  }

  private long keys() {
    long keys = 0;
    for (EmbeddedRedis node : nodes) {
      try (RedisClient direct = direct(node)) {
        keys += direct.connect().sync().dbsize();
      }
    }
    return keys;
  }

  private static RedisClient direct(EmbeddedRedis node) {
    RedisURI uri = RedisURI.create(node.url());
    uri.setCredentialsProvider(
        RedisCredentialsProvider.from(() -> RedisCredentials.just(null, node.password())));
    return RedisClient.create(uri);
  }
}
