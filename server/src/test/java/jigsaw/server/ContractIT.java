package jigsaw.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The API's contract on the whole server: every file in `contract/`, each case twice, so that it
/// holds for fetched and for cached answers.
class ContractIT {
  private static final Map<String, String> KEPT = new HashMap<>();

  @TempDir private static Path folder;
  private static TestDatabase database;
  private static Server server;

  @BeforeAll
  static void start() throws SQLException {
    database = TestDatabase.start(folder);
    database.load(1, TestCatalogue.everyShape(""));
    database.goLive(1);
    server = TestServer.start(database, TestServer.PATIENT);
    await().until(server::isReady);
  }

  @AfterAll
  static void stop() {
    server.close();
    database.close();
  }

  static List<ContractCase> cases() throws IOException {
    return ContractCase.readAll(Path.of("src/test/resources/contract"));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void answersAsTheContractSays(ContractCase exchange) throws IOException {
    String request = request(exchange);
    check(exchange, RawAnswer.to(server.port(), request));
    check(exchange, RawAnswer.to(server.port(), request));
  }

  private static String request(ContractCase exchange) {
    List<String> lines = new ArrayList<>(exchange.request());
    int end = lines.contains("") ? lines.indexOf("") : lines.size();
    String head = String.join("\n", lines.subList(0, end)).toLowerCase(Locale.ROOT);
    if (!head.contains("\nhost:")) {
      lines.add(end, "Host: shop.test");
    }
    if (!head.contains("\nconnection:")) {
      lines.add(end, "Connection: close");
    }
    boolean hasBody = lines.contains("");
    String text = String.join("\r\n", lines) + (hasBody ? "" : "\r\n\r\n");
    for (var kept : KEPT.entrySet()) {
      text = text.replace("{" + kept.getKey() + "}", kept.getValue());
    }
    return text;
  }

  private static void check(ContractCase exchange, RawAnswer answer) {
    assertThat(answer.status()).as("status of %s", answer).isEqualTo(exchange.status());
    exchange.fields().forEach(field -> check(field, answer));
    if (!exchange.body().equals("*")) {
      assertThat(answer.body()).isEqualTo(exchange.body());
    }
  }

  private static void check(String expected, RawAnswer answer) {
    if (expected.startsWith("! ")) {
      String prefix = expected.substring(2).toLowerCase(Locale.ROOT) + ":";
      assertThat(answer.fields())
          .noneMatch(field -> field.toLowerCase(Locale.ROOT).startsWith(prefix));
      return;
    }
    int pattern = expected.indexOf(" ~ ");
    if (pattern < 0) {
      int colon = expected.indexOf(": ");
      assertThat(answer.field(expected.substring(0, colon)))
          .as("%s in %s", expected, answer.fields())
          .hasValue(expected.substring(colon + 2));
      return;
    }
    String name = expected.substring(0, pattern);
    String value = answer.field(name).orElse("(absent)");
    Matcher matcher = Pattern.compile(expected.substring(pattern + 3)).matcher(value);
    assertThat(matcher.matches()).as("%s: %s for %s", name, value, expected).isTrue();
    if (matcher.groupCount() > 0) {
      KEPT.put(name, matcher.group(1));
    }
  }
}
