package jigsaw.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What those who run the server see of it, without a database.
class WatchingIT {
  private static final Pattern METRIC = Pattern.compile("(?m)^# TYPE (\\S+) ");

  // The collector of garbage has run at least once when these are there.
  private static final String LATE = "jvm_memory_pool_allocated_bytes_total";

  @TempDir private Path folder;

  @Test
  void documentsEveryMetricAndShowsEveryDocumentedOne() throws Exception {
    try (Server server = start();
        TestClient client = new TestClient(server)) {
      client.get("/nowhere");
      await()
          .until(() -> {
            System.gc();
            return client.admin("/metrics").body().contains(LATE);
          });
      Set<String> shown = new TreeSet<>();
      Matcher matcher = METRIC.matcher(client.admin("/metrics").body());
      while (matcher.find()) {
        shown.add(matcher.group(1));
      }
      assertThat(documented()).containsExactlyInAnyOrderElementsOf(shown);
    }
  }

  @Test
  void changesLogLevelsOnTheOperationsPort() throws Exception {
    try (Server server = start();
        TestClient client = new TestClient(server)) {
      assertThat(client.admin("/log-level").body()).startsWith("{\"jigsaw\":\"info\",");
      assertThat(client.put("/log-level?level=debug").body()).startsWith("{\"jigsaw\":\"debug\",");
      assertThat(client.put("/log-level?level=error&logger=io.netty").body())
          .contains("\"io.netty\":\"error\"");
      assertProblem(client.put("/log-level?level=loud"), 400, "error, warn, info, debug, trace");
      assertProblem(client.put("/log-level"), 400, "'level'");
      assertProblem(client.put("/log-level?level=debug&logger=x"), 400, "one of jigsaw, io.netty");
      HttpResponse<String> refused = client.put("/status");
      assertProblem(refused, 405, "GET, HEAD and OPTIONS");
      assertThat(client.status("/log-level")).isEqualTo(404);
      assertThat(client.put("/log-level?level=INFO").body()).startsWith("{\"jigsaw\":\"info\",");
      client.put("/log-level?level=warn&logger=io.netty");
    }
  }

  @Test
  void keepsAnAccessLogInAFile() throws Exception {
    Path file = folder.resolve("access.log");
    try (Server server = start("--access-log=" + file, "--log-format=json");
        TestClient client = new TestClient(server)) {
      HttpResponse<String> named = client.get("/nowhere?a=b", "X-Request-Id", "from-nginx");
      assertThat(named.headers().firstValue("X-Request-Id")).hasValue("from-nginx");
      String made = client.get("/products/1").headers().firstValue("X-Request-Id").orElseThrow();
      await().until(() -> Files.readAllLines(file).size() == 2);
      List<String> lines = Files.readAllLines(file);
      assertThat(lines.getFirst())
          .contains("\"id\":\"from-nginx\",\"client\":\"127.0.0.1\",\"method\":\"GET\"")
          .contains("\"target\":\"/nowhere?a=b\",\"protocol\":\"HTTP/1.1\",\"status\":404,");
      assertThat(lines.getLast()).contains("\"id\":\"" + made + "\"").contains("\"status\":503,");
      assertThat(client.admin("/metrics").body())
          .contains("jigsaw_access_log_lines_total 2.0")
          .contains("jigsaw_access_log_dropped_total 0.0");
    }
  }

  @Test
  void sendsNoRequestIdWithoutAnAccessLog() throws Exception {
    try (Server server = start();
        TestClient client = new TestClient(server)) {
      assertThat(client.get("/nowhere", "X-Request-Id", "a").headers().map())
          .doesNotContainKey("x-request-id");
    }
  }

  private static Server start(String... options) {
    // Nobody listens there.
    return TestServer.start(Map.of("JIGSAW_DB_URL", "jdbc:mysql://127.0.0.1:1/none"), options);
  }

  private static void assertProblem(HttpResponse<String> answer, int status, String detail) {
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.body()).contains(detail);
  }

  /// The names in the first column of the tables of metrics.
  private static List<String> documented() throws Exception {
    return Files.readString(Path.of("../docs/watching.md"))
        .lines()
        .filter(line -> line.matches("\\| `(jigsaw|jvm|process)_.*"))
        .map(line -> line.split("`", -1)[1])
        .toList();
  }
}
