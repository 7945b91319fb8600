package jigsaw.server.warmup;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/// Sends requests to a port of this process and reads what comes back. It knows just enough HTTP
/// for our own answers.
final class PracticeClient implements AutoCloseable {
  private static final int READ_BYTES = 65_536;
  private static final int STATUS_AT = "HTTP/1.1 ".length();
  private static final int STATUS_DIGITS = 3;
  private static final String LENGTH = "content-length:";

  private final Socket socket;
  private final InputStream in;

  private PracticeClient(Socket socket, InputStream in) {
    this.socket = socket;
    this.in = in;
  }

  /// `patience` is the longest wait for an answer.
  static PracticeClient connect(int port, Duration patience) throws IOException {
    Socket socket = new Socket();
    try {
      InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
      int millis = Math.max(1, (int) patience.toMillis());
      socket.connect(address, millis);
      socket.setSoTimeout(millis);
      socket.setTcpNoDelay(true);
      return new PracticeClient(
          socket, new BufferedInputStream(socket.getInputStream(), READ_BYTES));
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }

  /// Sends all at once and reads all answers.
  ///
  /// @return the last answer's body
  String exchange(List<PracticeRequest> requests) throws IOException {
    StringBuilder heads = new StringBuilder();
    requests.forEach(request -> heads.append(request.head()));
    socket.getOutputStream().write(heads.toString().getBytes(StandardCharsets.US_ASCII));
    byte[] body = new byte[0];
    for (PracticeRequest request : requests) {
      body = readAnswer(request);
    }
    return new String(body, StandardCharsets.UTF_8);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  private byte[] readAnswer(PracticeRequest request) throws IOException {
    String line = readLine();
    int status = Integer.parseInt(line.substring(STATUS_AT, STATUS_AT + STATUS_DIGITS));
    int length = 0;
    while (!line.isEmpty()) {
      if (line.toLowerCase(Locale.ROOT).startsWith(LENGTH)) {
        length = Integer.parseInt(line.substring(LENGTH.length()).trim());
      }
      line = readLine();
    }
    return request.hasBody(status) ? in.readNBytes(length) : new byte[0];
  }

  private String readLine() throws IOException {
    StringBuilder line = new StringBuilder(80);
    int octet = in.read();
    while (octet != '\n') {
      if (octet < 0) {
        throw new EOFException("the connection ended early");
      }
      if (octet != '\r') {
        line.append((char) octet);
      }
      octet = in.read();
    }
    return line.toString();
  }
}
