package jigsaw.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DemoIT {
  @TempDir private Path home;
  private String port = "";
  private String adminPort = "";

  @BeforeEach
  void prepare() throws IOException {
    home = home.toRealPath();
    DemoProcess.prepare(home);
    port = "--port=" + DemoProcess.freePort();
    adminPort = "--admin-port=" + DemoProcess.freePort();
  }

  @Test
  void loadsOnceAndStopsEverythingWhenTerminated() throws Exception {
    DemoProcess first = DemoProcess.start(home, port, adminPort, "--products=7");
    List<ProcessHandle> programs = first.awaitRunning();
    assertThat(first.output()).contains("3 products, loaded in");
    assertThat(programs).hasSize(3);
    assertThat(first.terminate()).isZero();
    assertThat(programs).noneMatch(ProcessHandle::isAlive);
    assertThat(calls()).hasSize(3).last().isEqualTo("serve");
    assertThat(calls().getFirst()).startsWith("generate --products=7 --out=");
    assertThat(calls().get(1)).startsWith("etl --csv=").contains("--max-rejects=100%");

    DemoProcess second = DemoProcess.start(home, port, adminPort);
    second.awaitRunning();
    assertThat(second.output()).contains("3 products, loaded before");
    assertThat(second.terminate()).isZero();
    assertThat(calls()).hasSize(4).last().isEqualTo("serve");

    DemoProcess fresh = DemoProcess.start(home, port, adminPort, "--fresh");
    fresh.awaitRunning();
    assertThat(fresh.terminate()).isZero();
    assertThat(calls()).hasSize(7);
  }

  @Test
  void loadsAFolderAgainOnlyWhenItHasChanged() throws Exception {
    Path csv = Files.createDirectories(home.resolve("csv"));
    Files.writeString(csv.resolve("product.csv"), "id\n");
    String option = "--csv=" + csv;
    for (String options : List.of(option, option)) {
      DemoProcess demo = DemoProcess.start(home, port, adminPort, options);
      demo.awaitRunning();
      demo.terminate();
    }
    assertThat(calls()).hasSize(3);

    Files.writeString(csv.resolve("product.csv"), "id\n1\n");
    DemoProcess demo = DemoProcess.start(home, port, adminPort, option);
    demo.awaitRunning();
    demo.terminate();
    assertThat(calls()).hasSize(5);
    assertThat(calls().get(3)).startsWith("etl --csv=" + csv);
  }

  @Test
  void givesEachProgramItsOwnAccountAndShowsNoPassword() throws Exception {
    DemoProcess demo = DemoProcess.start(home, port, adminPort);
    demo.awaitRunning();
    demo.terminate();

    assertThat(home.resolve("settings-of-etl"))
        .content()
        .contains("JIGSAW_DB_USER=jigsaw_etl\n", "JIGSAW_DB_PASSWORD=");
    assertThat(home.resolve("settings-of-serve"))
        .content()
        .contains("JIGSAW_DB_USER=jigsaw_server\n", "JIGSAW_REDIS_PASSWORD=");
    Path data = home.resolve(".jigsaw/demo");
    for (String file :
        List.of(
            "mariadb/jigsaw_etl.password",
            "mariadb/jigsaw_server.password",
            "redis/redis.password")) {
      String password = Files.readString(data.resolve(file));
      assertThat(calls()).noneMatch(call -> call.contains(password));
      assertThat(demo.output()).doesNotContain(password);
    }
  }

  @Test
  void nextStartStopsWhatAKilledDemoLeft() throws Exception {
    DemoProcess killed = DemoProcess.start(home, port, adminPort);
    List<ProcessHandle> orphans = killed.awaitRunning();
    killed.kill();
    assertThat(orphans).hasSize(3).allMatch(ProcessHandle::isAlive);

    DemoProcess next = DemoProcess.start(home, port, adminPort);
    next.awaitRunning();
    Awaitility.await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(() -> assertThat(orphans).noneMatch(ProcessHandle::isAlive));
    assertThat(next.output()).contains("loaded before");
    assertThat(next.terminate()).isZero();
  }

  @Test
  void endsWithTheExitCodeOfAFailedLoadAndTriesAgainNextTime() throws Exception {
    Files.writeString(home.resolve("exit-code-of-etl"), "6");
    DemoProcess failing = DemoProcess.start(home, port, adminPort);
    assertThat(failing.awaitEnd()).isEqualTo(6);
    assertThat(Orphans.stop("--datadir=" + home.resolve(".jigsaw/demo/mariadb/data"))).isZero();

    Files.writeString(home.resolve("exit-code-of-etl"), "0");
    DemoProcess next = DemoProcess.start(home, port, adminPort, "--max-rejects", "3");
    next.awaitRunning();
    assertThat(calls()).anyMatch(call -> call.endsWith("--max-rejects=3"));
    assertThat(next.output()).contains("loaded in");
    assertThat(next.terminate()).isZero();
  }

  @Test
  void startsNothingWhenAPortIsTaken() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      DemoProcess demo = DemoProcess.start(home, "--port=" + taken.getLocalPort(), adminPort);
      assertThat(demo.awaitEnd()).isEqualTo(1);
      assertThat(demo.output()).contains("port " + taken.getLocalPort() + " is taken");
      assertThat(home.resolve("calls")).doesNotExist();
      assertThat(home.resolve(".jigsaw/demo/mariadb")).doesNotExist();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "--csv=/nowhere, '--csv: ''/nowhere'', expected a folder with a readable product.csv'",
    "--port=99999, '--port: ''99999'', expected 1 to 65535'",
    "--admin-port=8080, '--admin-port: 8080, expected another than --port'",
    "--port=many, '--port'",
    "--products=0, '--products: ''0'', expected 1 to 100000000'",
    "--dry-run, '--dry-run (or JIGSAW_DRY_RUN): the demo serves what it loads'",
    "--max-reject=5, 'Possible solutions: --max-rejects'"
  })
  void namesAWrongOption(String option, String message) throws Exception {
    DemoProcess demo = DemoProcess.start(home, option);
    assertThat(demo.awaitEnd()).isEqualTo(2);
    assertThat(demo.output()).contains("jigsaw demo: ", message);
    assertThat(home.resolve(".jigsaw")).doesNotExist();
  }

  @Test
  void keepsWhatIsLoadedUntilAnotherLoadHasSucceeded() throws Exception {
    DemoProcess first = DemoProcess.start(home, port, adminPort, "--products=7");
    first.awaitRunning();
    first.terminate();

    Files.writeString(home.resolve("exit-code-of-etl"), "2");
    String wrongValue = "--max-rejects=some";
    DemoProcess failing = DemoProcess.start(home, port, adminPort, "--products=8", wrongValue);
    assertThat(failing.awaitEnd()).isEqualTo(2);

    DemoProcess next = DemoProcess.start(home, port, adminPort, wrongValue);
    next.awaitRunning();
    assertThat(next.output()).contains("3 products, loaded before");
    assertThat(next.terminate()).isZero();
  }

  @Test
  void letsNoVariableForOtherProgramsReachItsOwn() throws Exception {
    Map<String, String> environment =
        Map.of(
            "JIGSAW_BIND", "0.0.0.0",
            "JIGSAW_DIRT", "0.5",
            "JIGSAW_HELP", "true",
            "JIGSAW_VERSION", "1.0");
    DemoProcess demo = DemoProcess.start(home, environment, port, adminPort);
    demo.awaitRunning();
    assertThat(demo.terminate()).isZero();
    assertThat(home.resolve("settings-of-serve")).content().contains("JIGSAW_BIND=127.0.0.1\n");
    assertThat(home.resolve("settings-of-generate")).content().doesNotContain("JIGSAW_DIRT");
  }

  @Test
  void refusesADryRunOfTheEnvironment() throws Exception {
    DemoProcess demo = DemoProcess.start(home, Map.of("JIGSAW_DRY_RUN", "true"), port, adminPort);
    assertThat(demo.awaitEnd()).isEqualTo(2);
    assertThat(home.resolve(".jigsaw")).doesNotExist();
  }

  private List<String> calls() throws IOException {
    return Files.readAllLines(home.resolve("calls"));
  }
}
