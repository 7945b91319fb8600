package jigsaw.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class ServerProbeTest {
  @Test
  @Timeout(30)
  void givesUpOnAServerThatRunsButDoesNotServe(@TempDir Path home) throws Exception {
    Bundle.executable(Files.writeString(home.resolve("jigsaw"), "#!/bin/sh\nexec sleep 100\n"));
    ServerProbe probe = new ServerProbe(DemoProcess.freePort(), DemoProcess.freePort());
    try (DataFolder folder = DataFolder.open(home.resolve("data"));
        JigsawCommand server = JigsawCommand.start(home, folder, Map.of(), List.of("serve"))) {
      assertThat(probe.await(server, Duration.ofMillis(200))).isEmpty();
      assertThat(server.isRunning()).isTrue();
    }
  }
}
