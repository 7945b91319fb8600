package jigsaw.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// With programs that only pretend; that a real JVM writes a cache shows in `jigsaw bench start`.
class TrainingIT {
  @TempDir private Path home;
  private Path folder = Path.of("");

  @BeforeEach
  void prepare() throws IOException {
    home = home.toRealPath();
    DemoProcess.prepare(home);
    folder = Files.createDirectories(home.resolve(".jigsaw/aot"));
    Files.writeString(folder.resolve("server.aot"), "earlier");
  }

  @Test
  void keepsTheEarlierCacheWhenTheLoadFails() throws Exception {
    Files.writeString(home.resolve("exit-code-of-etl"), "6");
    assertFailsWith("'jigsaw etl' ended with 6");
  }

  @Test
  void takesNoRestOfAKilledTrainingForAResult() throws Exception {
    Files.writeString(folder.resolve("server.aot.part"), "half");
    assertFailsWith("the JVM wrote no cache");
    assertThat(home.resolve("settings-of-serve")).content().contains("JIGSAW_WARM_UP=");
  }

  private void assertFailsWith(String message) throws Exception {
    DemoProcess training = DemoProcess.start(AotMain.class, home, Map.of());
    assertThat(training.awaitEnd()).isEqualTo(1);
    assertThat(training.output()).contains("jigsaw aot: " + message);
    assertThat(folder.resolve("server.aot")).hasContent("earlier");
    try (var left = Files.list(folder)) {
      assertThat(left.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("lock", "server.aot");
    }
    assertThat(Orphans.stop("--datadir=" + folder.resolve("mariadb/data"))).isZero();
  }
}
