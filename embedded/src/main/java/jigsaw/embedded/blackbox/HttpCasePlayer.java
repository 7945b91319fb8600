package jigsaw.embedded.blackbox;

import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;

/// Plays cases against a server of the loopback interface. Each is played twice, sent at once and
/// sent octet by octet: how the network cuts a request must make no difference. For one thread.
public final class HttpCasePlayer {
  private static final Pattern IMF_FIXDATE =
      Pattern.compile("[A-Z][a-z]{2}, \\d\\d [A-Z][a-z]{2} \\d{4} \\d\\d:\\d\\d:\\d\\d GMT");
  private static final String PROBLEM = "application/problem+json";

  private final int port;
  private final String probePath;
  private final References references;

  /// `probePath` is asked for, and must be answered with 200, where a connection should be open.
  ///
  /// @param firstCold the first of many ids that nobody has asked for
  public HttpCasePlayer(int port, String probePath, int firstCold) {
    this.port = port;
    this.probePath = probePath;
    references = new References(port, firstCold);
  }

  /// Plays a case at once and octet by octet.
  ///
  /// @throws MismatchException if the server does something else than the case says
  /// @throws IOException if it closes a connection it should not, or says nothing
  public void play(HttpCase httpCase) throws IOException, MismatchException {
    play(httpCase, false);
    play(httpCase, true);
  }

  private void play(HttpCase httpCase, boolean octetByOctet) throws IOException, MismatchException {
    int cold = references.cold();
    try (RawConnection connection = new RawConnection(port)) {
      RawAnswer last = new RawAnswer("", List.of(), "");
      for (HttpCase.Step step : httpCase.steps()) {
        switch (step) {
          case HttpCase.Send send when octetByOctet ->
              connection.sendOctetByOctet(references.fill(send.octets(), cold));
          case HttpCase.Send send -> connection.send(references.fill(send.octets(), cold));
          case HttpCase.HalfClose _ -> connection.halfClose();
          case HttpCase.Expect expected -> {
            last = connection.read(expected.headOnly());
            check(last, expected, cold);
          }
          case HttpCase.ExpectOpen _ -> probe(connection);
          case HttpCase.ExpectClosed _ -> same("octets before the end", "", connection.readToEnd());
        }
      }
      boolean closing = httpCase.steps().getLast() instanceof HttpCase.ExpectClosed;
      if (closing && !last.statusLine().isEmpty() && !halfCloses(httpCase)) {
        same("Connection", List.of("close"), last.values("Connection"));
      }
    }
  }

  private static boolean halfCloses(HttpCase httpCase) {
    return httpCase.steps().stream().anyMatch(HttpCase.HalfClose.class::isInstance);
  }

  private void probe(RawConnection connection) throws IOException, MismatchException {
    connection.send("GET " + probePath + " HTTP/1.1\r\nHost: probe\r\n\r\n");
    same("status of another request", 200, connection.read(false).status());
  }

  private void check(RawAnswer answer, HttpCase.Expect expected, int cold)
      throws IOException, MismatchException {
    same("status", expected.status(), answer.status());
    for (HttpCase.ExpectedField field : expected.fields()) {
      List<String> values = answer.values(field.name());
      if (field.absent()) {
        same(field.name(), List.of(), values);
      } else {
        same("number of " + field.name(), 1, values.size());
        fits(field.name(), references.fill(field.value(), cold), values.getFirst());
      }
    }
    for (String body : expected.body()) {
      String filled = references.fill(body, cold);
      if (filled.startsWith("=")) {
        same("body", references.body(filled.substring(1)), answer.body());
      } else {
        fits("body", filled, answer.body());
      }
    }
    if (expected.status() >= 200) {
      checkAlwaysTrue(answer, expected.headOnly());
    }
  }

  /// What every final answer must be, whatever the case says.
  private static void checkAlwaysTrue(RawAnswer answer, boolean headOnly) throws MismatchException {
    fits("status line", "~HTTP/1\\.1 .*", answer.statusLine());
    same("number of Date", 1, answer.values("Date").size());
    fits("Date", "~" + IMF_FIXDATE.pattern(), answer.values("Date").getFirst());
    fits("Server", "~[^0-9]*", answer.values("Server").getFirst());
    same("X-Content-Type-Options", List.of("nosniff"), answer.values("X-Content-Type-Options"));
    same(
        "number of Access-Control-Allow-Origin",
        1,
        answer.values("Access-Control-Allow-Origin").size());
    if (answer.status() >= 400) {
      same("Content-Type", List.of(PROBLEM), answer.values("Content-Type"));
      same("ETag", List.of(), answer.values("ETag"));
      if (!headOnly) {
        fits("body", "~.*\"status\":" + answer.status() + ".*", answer.body());
        fits("body", "~(?!.*Exception).*", answer.body());
      }
    }
  }

  private static void same(String what, Object expected, Object actual) throws MismatchException {
    if (!expected.equals(actual)) {
      throw new MismatchException(what, shown(expected), shown(actual));
    }
  }

  /// `expected` is a text, or behind `~` a regular expression.
  private static void fits(String what, String expected, String actual) throws MismatchException {
    boolean fits =
        expected.startsWith("~")
            ? Pattern.compile(expected.substring(1), Pattern.DOTALL).matcher(actual).matches()
            : expected.equals(actual);
    if (!fits) {
      throw new MismatchException(what, shown(expected), shown(actual));
    }
  }

  private static String shown(Object value) {
    String text = value.toString();
    String cut = text.length() > 200 ? text.substring(0, 200) + "…" : text;
    return "'" + cut.replace("\r", "\\r").replace("\n", "\\n") + "'";
  }
}
