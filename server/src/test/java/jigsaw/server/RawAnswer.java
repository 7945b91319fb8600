package jigsaw.server;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/// What came back over a raw socket, until the server closed it.
record RawAnswer(int status, List<String> fields, String body) {
  private static final int TIMEOUT_MILLIS = 5_000;

  /// Sends a request and reads all that comes.
  static RawAnswer to(int port, String request) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(TIMEOUT_MILLIS);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      return parse(socket.getInputStream().readAllBytes());
    }
  }

  /// The value of a field; empty if it is absent or there twice.
  Optional<String> field(String name) {
    String prefix = name.toLowerCase(Locale.ROOT) + ":";
    List<String> found =
        fields.stream().filter(line -> line.toLowerCase(Locale.ROOT).startsWith(prefix)).toList();
    return found.size() == 1
        ? Optional.of(found.getFirst().substring(prefix.length()).strip())
        : Optional.empty();
  }

  private static RawAnswer parse(byte[] bytes) throws IOException {
    String latin = new String(bytes, StandardCharsets.ISO_8859_1);
    int headEnd = latin.indexOf("\r\n\r\n");
    if (headEnd < 0) {
      throw new IOException("no whole answer: '" + latin + "'");
    }
    List<String> lines = List.of(latin.substring(0, headEnd).split("\r\n"));
    int status = Integer.parseInt(lines.getFirst().substring(9, 12));
    RawAnswer head = new RawAnswer(status, lines.subList(1, lines.size()), "");
    var content = new ByteArrayInputStream(bytes, headEnd + 4, bytes.length - headEnd - 4);
    boolean gzip = head.field("Content-Encoding").isPresent() && content.available() > 0;
    byte[] body = gzip ? new GZIPInputStream(content).readAllBytes() : content.readAllBytes();
    return new RawAnswer(status, head.fields, new String(body, StandardCharsets.UTF_8));
  }
}
