package jigsaw.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The end of a server that load balancers look at.
class DrainIT {
  private static final Duration LIMIT = Duration.ofSeconds(20);

  @TempDir private Path folder;

  @Test
  void saysThatItIsNotReadyWhileItStillAnswers() throws Exception {
    try (TestDatabase database = TestDatabase.start(folder)) {
      database.load(1, TestCatalogue.uniform(3, "mark"));
      database.goLive(1);
      Server server = TestServer.start(database, "--drain-delay=10m", "--answer-timeout=10s");
      Thread end = Thread.ofPlatform().unstarted(server::close);
      try (TestClient client = new TestClient(server)) {
        await().until(server::isReady);
        end.start();
        await().until(() -> client.admin("/health/ready").statusCode() == 503);
        assertThat(client.status("/products/1")).isEqualTo(200);
        end.interrupt();
        assertThat(end.join(LIMIT)).isTrue();
        assertThat(isRefused(client)).isTrue();
      } finally {
        if (end.getState() == Thread.State.NEW) {
          end.start();
        }
        end.interrupt();
        end.join(LIMIT);
      }
    }
  }

  private static boolean isRefused(TestClient client) throws InterruptedException {
    try {
      return client.status("/products/1") == 0;
    } catch (IOException e) {
      return true;
    }
  }
}
