package jigsaw.server.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/// Plays cases against a server. Each is played twice, sent at once and sent octet by octet: how
/// the network cuts a request must make no difference.
public final class HttpCaseRunner {
  private static final Pattern IMF_FIXDATE =
      Pattern.compile("[A-Z][a-z]{2}, \\d\\d [A-Z][a-z]{2} \\d{4} \\d\\d:\\d\\d:\\d\\d GMT");

  private final int port;
  private final String probePath;

  /// `probePath` is asked for, and must be answered with 200, where a connection should be open.
  public HttpCaseRunner(int port, String probePath) {
    this.port = port;
    this.probePath = probePath;
  }

  /// The cases of all `.http` files in `folder` as tests.
  public Stream<DynamicTest> tests(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> sorted = files.filter(file -> file.toString().endsWith(".http")).sorted().toList();
      assertThat(sorted).isNotEmpty();
      return sorted.stream().flatMap(this::testsOf);
    }
  }

  private Stream<DynamicTest> testsOf(Path file) {
    try {
      return HttpCaseFile.read(file).stream()
          .map(httpCase ->
              DynamicTest.dynamicTest(
                  file.getFileName() + ": " + httpCase.name() + " [" + httpCase.source() + "]",
                  () -> {
                    play(httpCase, false);
                    play(httpCase, true);
                  }));
    } catch (IOException e) {
      throw new IllegalStateException("cannot read " + file, e);
    }
  }

  private void play(HttpCase httpCase, boolean octetByOctet) throws IOException {
    try (RawConnection connection = new RawConnection(port)) {
      boolean closing = httpCase.steps().getLast() instanceof HttpCase.ExpectClosed;
      RawAnswer last = new RawAnswer("", List.of(), "");
      for (HttpCase.Step step : httpCase.steps()) {
        switch (step) {
          case HttpCase.Send send when octetByOctet -> connection.sendOctetByOctet(send.octets());
          case HttpCase.Send send -> connection.send(send.octets());
          case HttpCase.HalfClose _ -> connection.halfClose();
          case HttpCase.Expect expected -> {
            last = connection.read(expected.headOnly());
            check(last, expected);
          }
          case HttpCase.ExpectOpen _ -> probe(connection);
          case HttpCase.ExpectClosed _ -> assertThat(connection.readToEnd()).isEmpty();
        }
      }
      if (closing && !last.statusLine().isEmpty() && !halfCloses(httpCase)) {
        assertThat(last.values("Connection")).containsExactly("close");
      }
    }
  }

  private static boolean halfCloses(HttpCase httpCase) {
    return httpCase.steps().stream().anyMatch(HttpCase.HalfClose.class::isInstance);
  }

  private void probe(RawConnection connection) throws IOException {
    connection.send("GET " + probePath + " HTTP/1.1\r\nHost: probe\r\n\r\n");
    assertThat(connection.read(false).status()).isEqualTo(200);
  }

  private static void check(RawAnswer answer, HttpCase.Expect expected) {
    assertThat(answer.status()).as(answer.toString()).isEqualTo(expected.status());
    for (HttpCase.ExpectedField field : expected.fields()) {
      List<String> values = answer.values(field.name());
      if (field.absent()) {
        assertThat(values).as(field.name()).isEmpty();
      } else {
        assertThat(values).as(field.name()).hasSize(1);
        checkText(values.getFirst(), field.value());
      }
    }
    expected.body().forEach(body -> checkText(answer.body(), body));
    if (expected.status() >= 200) {
      checkAlwaysTrue(answer, expected.headOnly());
    }
  }

  private static void checkText(String actual, String expected) {
    if (expected.startsWith("~")) {
      assertThat(actual).matches(Pattern.compile(expected.substring(1), Pattern.DOTALL));
    } else {
      assertThat(actual).isEqualTo(expected);
    }
  }

  /// What every final answer must be, whatever the case says.
  private static void checkAlwaysTrue(RawAnswer answer, boolean headOnly) {
    assertThat(answer.statusLine()).startsWith("HTTP/1.1 ");
    assertThat(answer.values("Date")).hasSize(1).first().asString().matches(IMF_FIXDATE);
    assertThat(answer.values("Server").getFirst()).doesNotContainPattern("[0-9]");
    assertThat(answer.values("X-Content-Type-Options")).containsExactly("nosniff");
    assertThat(answer.values("Access-Control-Allow-Origin")).hasSize(1);
    if (answer.status() >= 400) {
      assertThat(answer.values("Content-Type")).containsExactly("application/problem+json");
      assertThat(answer.values("ETag")).isEmpty();
    }
    if (answer.status() >= 400 && !headOnly) {
      assertThat(answer.body())
          .contains("\"status\":" + answer.status())
          .doesNotContain("Exception");
    }
  }
}
