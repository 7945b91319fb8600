package jigsaw.loadtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LoadTestMainIT {
  @TempDir Path folder = Path.of("");

  @Test
  void runsAPlanAndWritesBothReports() throws IOException {
    Path plan = Files.writeString(folder.resolve("my.plan"), "traffic styles\nload 100/s for 2s");
    Path out = folder.resolve("report");
    try (StubServer server = StubServer.healthy()) {
      assertThat(
              run(
                  "--url",
                  server.url(),
                  "--expect",
                  server.url(),
                  "--expect-every",
                  "10",
                  "--out",
                  out.toString(),
                  plan.toString()))
          .isIn(LoadTestMain.PASSED, LoadTestMain.NOT_JUDGED);
    }
    String json = Files.readString(out.resolve("report.json"));
    assertThat(json).contains("\"plan\":\"my\"", "\"outcome\":\"complete\"", "\"compared\":");
    String html = Files.readString(out.resolve("report.html"));
    assertThat(html).contains("uPlot", "\"plan\":\"my\"").doesNotContain("/*uplot.js*/", "src=");
    String file = out.resolve("report.json").toString();
    assertThat(run("compare", file, file)).isEqualTo(LoadTestMain.PASSED);
  }

  @Test
  void loadsAServerThatSpeaksTls()
      throws IOException, InterruptedException, GeneralSecurityException {
    Path out = folder.resolve("report");
    try (StubServer server = StubServer.encrypted(OwnCertificate.make(folder))) {
      assertThat(runBriefly(out, "--url", server.url(), "--endpoint", "product"))
          .isIn(LoadTestMain.PASSED, LoadTestMain.NOT_JUDGED);
      assertThat(server.requests()).isGreaterThan(95);
    }
    assertThat(Files.readString(out.resolve("report.json"))).contains("\"failures\":{}");
  }

  @Test
  void bodiesThatDifferFromTheSecondSourceAreErrors() throws IOException {
    Path out = folder.resolve("report");
    AtomicInteger answers = new AtomicInteger();
    StubServer.Fault stale =
        exchange -> {
          if (exchange.getRequestURI().getPath().endsWith("/related")) {
            StubServer.answer(exchange, 200, "[" + answers.incrementAndGet() + "]");
            return true;
          }
          return false;
        };
    try (StubServer server = new StubServer(stale);
        StubServer database = StubServer.healthy()) {
      assertThat(
              runBriefly(
                  out,
                  "--url",
                  server.url(),
                  "--expect",
                  database.url(),
                  "--expect-every",
                  "1",
                  "--endpoint",
                  "related"))
          .isIn(LoadTestMain.MISSED, LoadTestMain.NOT_JUDGED);
    }
    assertThat(Files.readString(out.resolve("report.json"))).contains("\"DIFFERENT\":");
  }

  @Test
  void nothingIsSentToAStrangersServer() {
    assertRefused("--i-own-this-host", "--url", "http://192.0.2.1:8080");
  }

  @Test
  void aServerThatIsNotThereIsNamed() {
    assertRefused("no server answers at http://127.0.0.1:1", "--url", "http://127.0.0.1:1");
  }

  @Test
  void anEmptyCatalogueIsNamed() throws IOException {
    StubServer.Fault empty =
        exchange -> {
          StubServer.answer(exchange, 200, "[]");
          return true;
        };
    try (StubServer server = new StubServer(empty)) {
      assertRefused("no products there", "--url", server.url());
      assertThat(server.requests()).isEqualTo(1);
    }
  }

  @Test
  void wrongOptionsAreNamed() {
    assertRefused("expected an address such as", "--url", "ftp://127.0.0.1");
    assertRefused("--endpoint: 'cart'", "--endpoint", "cart");
    assertRefused("expected a duration", "--duration", "soon");
    assertRefused("--connections", "--connections", "0");
    assertRefused("no-such-plan", "no-such-plan");
    assertRefused("there is no such file", "compare", "no-such.json", "no-such.json");
  }

  private void assertRefused(String expected, String... arguments) {
    PrintStream before = System.err;
    ByteArrayOutputStream errors = new ByteArrayOutputStream();
    System.setErr(new PrintStream(errors, true, StandardCharsets.UTF_8));
    try {
      assertThat(run(arguments)).isEqualTo(LoadTestMain.INVALID);
    } finally {
      System.setErr(before);
    }
    assertThat(errors.toString(StandardCharsets.UTF_8)).contains(expected);
  }

  /// A hundred requests in two seconds, reported to `out`.
  private static int runBriefly(Path out, String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of("--rate=50", "--duration=2s", "--rounds=1", "--no-warm-up", "--out=" + out));
    arguments.addAll(List.of(more));
    return run(arguments.toArray(String[]::new));
  }

  private static int run(String... arguments) {
    return LoadTestMain.commandLine().execute(arguments);
  }
}
