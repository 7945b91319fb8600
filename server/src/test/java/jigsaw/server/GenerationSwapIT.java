package jigsaw.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import jigsaw.embedded.EmbeddedRedis;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A new load goes live while clients ask.
class GenerationSwapIT {
  private static final Duration PICK_UP = Duration.ofSeconds(2);
  private static final int PRODUCTS = 40;
  private static final int GENERATIONS = 4;
  private static final Pattern MARK = Pattern.compile("mark[0-9]+");

  @TempDir private Path folder;

  @Test
  void neverFailsAndNeverMixesTwoLoads() throws Exception {
    Path db = Files.createDirectory(folder.resolve("db"));
    Path redisFolder = Files.createDirectory(folder.resolve("redis"));
    try (TestDatabase database = TestDatabase.start(db);
        EmbeddedRedis redis = EmbeddedRedis.start(redisFolder)) {
      load(database, 1);
      try (Server server = TestServer.start(database, redis, TestServer.PATIENT);
          TestClient client = new TestClient(server)) {
        await().until(server::isReady);
        swapUnderRequests(database, client);
      }
    }
  }

  private static void swapUnderRequests(TestDatabase database, TestClient client) throws Exception {
    AtomicBoolean done = new AtomicBoolean();
    Queue<String> faults = new ConcurrentLinkedQueue<>();
    List<Thread> threads = new ArrayList<>();
    for (int number = 0; number < 4; number++) {
      int seed = number;
      threads.add(Thread.startVirtualThread(() -> ask(client, seed, done, faults)));
    }
    try {
      for (int generation = 2; generation <= GENERATIONS; generation++) {
        load(database, generation);
        String mark = "mark" + generation;
        await().atMost(PICK_UP).until(() -> client.get("/products/1").body().contains(mark + "\""));
        assertThat(client.get("/products?count=1").body()).contains(mark);
      }
    } finally {
      done.set(true);
      for (Thread thread : threads) {
        thread.join();
      }
    }
    assertThat(faults).isEmpty();
  }

  private static void ask(TestClient client, int seed, AtomicBoolean done, Queue<String> faults) {
    String[] kinds = {"", "/styles", "/page"};
    for (int round = seed; !done.get(); round++) {
      int id = round % PRODUCTS + 1;
      String path = "/products/" + id + kinds[round % kinds.length];
      try {
        var answer = client.get(path);
        long marks =
            MARK.matcher(answer.body()).results().map(result -> result.group()).distinct().count();
        if (answer.statusCode() != 200 || marks != 1) {
          faults.add(path + ": " + answer.statusCode() + " " + answer.body());
        }
      } catch (Exception e) {
        faults.add(path + ": " + e);
      }
    }
  }

  private static void load(TestDatabase database, int generation) throws Exception {
    database.load(generation, TestCatalogue.uniform(PRODUCTS, "mark" + generation));
    database.goLive(generation);
  }
}
