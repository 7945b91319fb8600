package jigsaw.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import jigsaw.embedded.blackbox.HttpCase;
import jigsaw.embedded.blackbox.HttpCaseFile;
import jigsaw.embedded.blackbox.HttpCasePlayer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// Plays the protocol cases that `jigsaw verify-http` plays, in the same words, against a whole
/// server.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ProtocolIT {
  private static final int PRODUCTS = 4_500;

  private TestDatabase database;
  private Server server;
  private HttpCasePlayer player;

  @BeforeAll
  void start(@TempDir Path folder) throws Exception {
    database = TestDatabase.start(folder);
    database.load(1, TestCatalogue.uniform(PRODUCTS, "protocol"));
    database.goLive(1);
    server = TestServer.start(database, TestServer.PATIENT);
    await().until(server::isReady);
    player = new HttpCasePlayer(server.port(), "/products/1", 100);
  }

  @AfterAll
  void stop() {
    server.close();
    database.close();
  }

  @TestFactory
  Stream<DynamicTest> cases() {
    assertThat(HttpCaseFile.names()).isNotEmpty();
    return HttpCaseFile.names().stream().flatMap(this::testsOf);
  }

  private Stream<DynamicTest> testsOf(String name) {
    try {
      List<HttpCase> cases = HttpCaseFile.ofCatalogue(name);
      return cases.stream()
          .map(each ->
              DynamicTest.dynamicTest(
                  name + ": " + each.name() + " [" + each.source() + "]", () -> player.play(each)));
    } catch (IOException e) {
      throw new IllegalStateException("cannot read " + name, e);
    }
  }
}
