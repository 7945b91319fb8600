package jigsaw.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupervisorIT {
  @TempDir private Path folder;

  @Test
  void takesItsProgramsAlongWhenTerminated() throws Exception {
    Supervisor supervisor = Supervisor.start(folder);
    assertThat(supervisor.children()).allMatch(ProcessHandle::isAlive);

    supervisor.terminate();

    assertThat(supervisor.children()).noneMatch(ProcessHandle::isAlive);
  }

  @Test
  void nextStartStopsWhatAKilledSupervisorLeft() throws Exception {
    Supervisor supervisor = Supervisor.start(folder);
    supervisor.kill();
    assertThat(supervisor.children()).allMatch(ProcessHandle::isAlive);

    try (EmbeddedMariaDb database = EmbeddedMariaDb.start(folder.resolve("mariadb"));
        EmbeddedRedis redis = EmbeddedRedis.start(folder.resolve("redis"))) {
      Awaitility.await()
          .atMost(Duration.ofSeconds(5))
          .untilAsserted(() -> assertThat(supervisor.children()).noneMatch(ProcessHandle::isAlive));
      assertThat(database.pid()).isNotEqualTo(supervisor.children().getFirst().pid());
      assertThat(redis.pid()).isNotEqualTo(supervisor.children().getLast().pid());
    }
  }
}
