package jigsaw.server.http;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/// Makes requests that are nearly right: valid ones with a few octets changed, inserted, removed or
/// repeated. The same seed makes the same requests.
final class Mutations {
  /// `|` stands for CR LF.
  private static final List<String> SEEDS =
      List.of(
          "GET /things/1 HTTP/1.1|Host: a||",
          "HEAD /things?page=2&names=a%20b HTTP/1.0|Host: a:80|Connection: keep-alive||",
          "GET /things/1 HTTP/1.1|Host: a|Content-Length: 5||hello",
          "POST /t%31 HTTP/1.1|Host: [::1]|Transfer-Encoding: chunked||5;x=y|hello|0|X: y||",
          "GET http://a/things/1 HTTP/1.1|Host: a|Expect: 100-continue|Content-Length: 1||x",
          "GET /x HTTP/1.1|Host: a|Accept-Encoding: gzip;q=0.5, *|If-None-Match: W/\"y\"||",
          "GET /y HTTP/1.1|Host: a|X-Forwarded-For: 1.2.3.4|Connection: keep-alive, te||",
          "GET / HTTP/1.1|Host: a|User-Agent: Mozilla/5.0 (X11)|Cookie: a=b; c=d||",
          "OPTIONS * HTTP/1.1|Host: a|Origin: http://a||");

  private static final List<String> PIECES =
      List.of(
          "\r\n",
          "\n",
          "\r",
          "\t",
          " ",
          "  ",
          "\0",
          "\u007f",
          ":",
          " :",
          ",",
          ";",
          "\"",
          "%00",
          "%",
          "HTTP/1.1",
          "HTTP/2.0",
          "chunked",
          "Transfer-Encoding: chunked\r\n",
          "\u00e4",
          "Content-Length: 3\r\n",
          "Content-Length: 0\r\n",
          "Host: b\r\n",
          "0\r\n\r\n",
          "+1",
          "-1",
          "ffffffff",
          "99999999999999999999",
          "/../",
          "//",
          "\r\n ",
          "GET / HTTP/1.1\r\n");

  private final Random random;

  Mutations(long seed) {
    random = new Random(seed);
  }

  byte[] next() {
    StringBuilder text = new StringBuilder(seed());
    if (random.nextInt(3) == 0) {
      text.append(seed());
    }
    for (int i = random.nextInt(4); i >= 0; i--) {
      mutate(text);
    }
    return text.toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  /// A request, the same again, and once more nearly the same.
  byte[] nextThrice() {
    String first = seed();
    StringBuilder last = new StringBuilder(first);
    mutate(last);
    return (first + first + last).getBytes(StandardCharsets.ISO_8859_1);
  }

  private void mutate(StringBuilder text) {
    int at = random.nextInt(text.length());
    switch (random.nextInt(6)) {
      case 0 -> text.setCharAt(at, (char) random.nextInt(256));
      case 1 -> text.insert(at, (char) random.nextInt(256));
      case 2 -> text.deleteCharAt(at);
      case 3 -> text.insert(at, text.substring(at, Math.min(text.length(), at + 12)));
      case 4 -> text.setCharAt(at, (char) (text.charAt(at) ^ 0x20));
      default -> text.insert(at, PIECES.get(random.nextInt(PIECES.size())));
    }
    if (text.isEmpty()) {
      text.append('x');
    }
  }

  private String seed() {
    return SEEDS.get(random.nextInt(SEEDS.size())).replace("|", "\r\n");
  }
}
