package jigsaw.server.http;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import jigsaw.embedded.blackbox.HttpCaseFile;
import jigsaw.embedded.blackbox.HttpCasePlayer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/// Plays the protocol cases of endpoints that no server of the catalogue has.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class HttpProtocolIT {
  private static final HttpTimeouts TIMEOUTS =
      new HttpTimeouts(
          Duration.ofSeconds(10),
          Duration.ofSeconds(75),
          Duration.ofSeconds(30),
          Duration.ofMillis(200));

  private ProtocolServer server;

  @BeforeAll
  void start() throws IOException {
    server = new ProtocolServer(TIMEOUTS, RequestObserver.NONE);
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @TestFactory
  Stream<DynamicTest> cases() throws IOException {
    HttpCasePlayer player = new HttpCasePlayer(server.port(), "/things/1", 1);
    return HttpCaseFile.read(Path.of("src/test/resources/http/endpoints.http")).stream()
        .map(each -> DynamicTest.dynamicTest(each.name(), () -> player.play(each)));
  }
}
