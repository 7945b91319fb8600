package jigsaw.embedded.blackbox;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads the cases of one file.
///
/// ```
/// == title of the case [RFC 9112 3.2]
/// | value one            rows of a table: the case is run once for each, as {value}
/// > GET / HTTP/1.1       a line to send; CR LF is added
/// >- no line end         octets to send as they are
/// < 400                  the answer's status; "200 head" if no body follows
/// < Name: value          a field of it; "~regex" for a pattern; "!Name" must not be there
/// < body: text           its body, a pattern, or "=/path": that of a plain request for it
/// < closed | open        what becomes of the connection
/// > fin                  the client closes its direction
/// ```
///
/// `{tag}` and `{length}` are the entity tag and the length of the product with id 1, `{tag /path}`
/// and `{length /path}` those of another path, `{cold}` is an id that nobody has asked for. In
/// lines to send `\r`, `\n`, `\t`, `\\` and `\xHH` stand for octets and `{a*100}` for a hundred
/// times the character a. Lines that begin with `#` and empty lines are for people.
public final class HttpCaseFile {
  private static final Pattern TITLE = Pattern.compile("== (.+) \\[(.+)]");
  private static final Pattern STATUS = Pattern.compile("< (\\d{3})( head)?");
  private static final Pattern REPEAT = Pattern.compile("\\{(.)\\*(\\d+)}");
  private static final Pattern ESCAPE = Pattern.compile("\\\\(x[0-9A-Fa-f]{2}|[rnt\\\\])");

  private static final List<String> NAMES =
      List.of(
          "chunked.http",
          "coding.http",
          "conditional.http",
          "expect.http",
          "fields.http",
          "framing.http",
          "host.http",
          "method.http",
          "persistence.http",
          "query.http",
          "request-line.http",
          "target.http");

  private final List<HttpCase> cases = new ArrayList<>();
  private final List<String> rows = new ArrayList<>();
  private final List<String> lines = new ArrayList<>();
  private String title = "";
  private String source = "";

  private HttpCaseFile() {}

  /// The names of the files that any server of the catalogue must pass.
  public static List<String> names() {
    return NAMES;
  }

  /// The cases of one of [#names] in their order.
  public static List<HttpCase> ofCatalogue(String name) throws IOException {
    try (InputStream in = HttpCaseFile.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IOException("no cases " + name);
      }
      return read(new String(in.readAllBytes(), StandardCharsets.ISO_8859_1));
    }
  }

  /// The cases of a file in their order.
  public static List<HttpCase> read(Path file) throws IOException {
    return read(Files.readString(file, StandardCharsets.ISO_8859_1));
  }

  private static List<HttpCase> read(String text) {
    HttpCaseFile reader = new HttpCaseFile();
    text.lines().forEach(reader::line);
    reader.finishCase();
    return reader.cases;
  }

  private void line(String line) {
    if (line.startsWith("== ")) {
      finishCase();
      Matcher match = TITLE.matcher(line);
      if (!match.matches()) {
        throw new IllegalArgumentException("no RFC section: " + line);
      }
      title = match.group(1);
      source = match.group(2);
    } else if (line.startsWith("| ")) {
      rows.add(line.substring(2));
    } else if (!line.isEmpty() && !line.startsWith("#")) {
      lines.add(line);
    }
  }

  private void finishCase() {
    if (rows.isEmpty()) {
      rows.add("");
    }
    for (String row : rows) {
      if (!lines.isEmpty()) {
        List<String> filled = lines.stream().map(line -> line.replace("{value}", row)).toList();
        cases.add(new HttpCase(title.replace("{value}", row), source, steps(filled)));
      }
    }
    rows.clear();
    lines.clear();
  }

  private static List<HttpCase.Step> steps(List<String> lines) {
    List<HttpCase.Step> steps = new ArrayList<>();
    for (String line : lines) {
      if (line.equals("> fin")) {
        steps.add(new HttpCase.HalfClose());
      } else if (line.startsWith(">-")) {
        send(steps, line.substring(Math.min(3, line.length())));
      } else if (line.startsWith(">")) {
        send(steps, line.substring(Math.min(2, line.length())) + "\\r\\n");
      } else {
        expect(steps, line);
      }
    }
    return steps;
  }

  private static void send(List<HttpCase.Step> steps, String text) {
    String octets = unescape(text);
    if (!steps.isEmpty() && steps.getLast() instanceof HttpCase.Send before) {
      steps.removeLast();
      octets = before.octets() + octets;
    }
    steps.add(new HttpCase.Send(octets));
  }

  private static void expect(List<HttpCase.Step> steps, String line) {
    Matcher status = STATUS.matcher(line);
    if (status.matches()) {
      boolean headOnly = status.group(2) != null;
      int code = Integer.parseInt(status.group(1));
      steps.add(new HttpCase.Expect(code, headOnly, List.of(), List.of()));
    } else if (line.equals("< closed")) {
      steps.add(new HttpCase.ExpectClosed());
    } else if (line.equals("< open")) {
      steps.add(new HttpCase.ExpectOpen());
    } else if (line.startsWith("< ") && steps.getLast() instanceof HttpCase.Expect answer) {
      steps.removeLast();
      steps.add(detail(answer, line.substring(2)));
    } else {
      throw new IllegalArgumentException("not understood: " + line);
    }
  }

  private static HttpCase.Expect detail(HttpCase.Expect answer, String text) {
    if (text.startsWith("body: ")) {
      return answer.withBody(text.substring("body: ".length()));
    }
    if (text.startsWith("!")) {
      return answer.with(new HttpCase.ExpectedField(text.substring(1), "", true));
    }
    int colon = text.indexOf(": ");
    return answer.with(
        new HttpCase.ExpectedField(text.substring(0, colon), text.substring(colon + 2), false));
  }

  private static String unescape(String text) {
    String repeated =
        REPEAT
            .matcher(text)
            .replaceAll(match ->
                Matcher.quoteReplacement(match.group(1).repeat(Integer.parseInt(match.group(2)))));
    return ESCAPE
        .matcher(repeated)
        .replaceAll(match -> Matcher.quoteReplacement(octet(match.group(1))));
  }

  private static String octet(String escape) {
    return switch (escape) {
      case "r" -> "\r";
      case "n" -> "\n";
      case "t" -> "\t";
      case "\\" -> "\\";
      default -> String.valueOf((char) Integer.parseInt(escape.substring(1), 16));
    };
  }
}
