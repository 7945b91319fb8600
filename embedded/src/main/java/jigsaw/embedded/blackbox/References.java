package jigsaw.embedded.blackbox;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a server answers to plain requests, which cases compare other answers with. For one thread.
final class References {
  private static final Pattern OF_ANSWER = Pattern.compile("\\{(tag|length)(?: ([^}]+))?}");
  private static final String FIRST = "/products/1";
  private static final String COLD = "{cold}";

  private final int port;
  private final Map<String, RawAnswer> answers = new HashMap<>();
  private int nextCold;

  /// @param firstCold the first id that nobody has asked for, as nobody has for those above it
  References(int port, int firstCold) {
    this.port = port;
    nextCold = firstCold;
  }

  /// An id that nobody has asked for.
  int cold() {
    return nextCold++;
  }

  /// The body of the answer to `path`, as the server sends it to a client that accepts no coding.
  String body(String path) throws IOException {
    return answer(path).body();
  }

  /// `text` with every placeholder replaced; `cold` is this case's cold id.
  String fill(String text, int cold) throws IOException {
    Matcher placeholder = OF_ANSWER.matcher(text);
    StringBuilder filled = new StringBuilder();
    while (placeholder.find()) {
      String path = placeholder.group(2) == null ? FIRST : placeholder.group(2);
      String value =
          placeholder.group(1).equals("tag")
              ? tag(path)
              : answer(path).values("Content-Length").getFirst();
      placeholder.appendReplacement(filled, Matcher.quoteReplacement(value));
    }
    return placeholder.appendTail(filled).toString().replace(COLD, Integer.toString(cold));
  }

  /// The entity tag without its quotation marks.
  private String tag(String path) throws IOException {
    String tag = answer(path).values("ETag").getFirst();
    return tag.substring(1, tag.length() - 1);
  }

  private RawAnswer answer(String path) throws IOException {
    RawAnswer known = answers.get(path);
    if (known != null) {
      return known;
    }
    try (RawConnection connection = new RawConnection(port)) {
      connection.send("GET " + path + " HTTP/1.1\r\nHost: reference\r\nConnection: close\r\n\r\n");
      RawAnswer answer = connection.read(false);
      if (answer.status() != 200) {
        throw new IOException(path + " is answered with " + answer.statusLine());
      }
      answers.put(path, answer);
      return answer;
    }
  }
}
