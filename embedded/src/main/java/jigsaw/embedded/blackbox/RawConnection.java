package jigsaw.embedded.blackbox;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// A client's end of a connection that sends exactly what it is told and reads answers strictly.
public final class RawConnection implements AutoCloseable {
  private static final int READ_TIMEOUT_MILLIS = 10_000;

  private final Socket socket;
  private final InputStream input;
  private final OutputStream output;

  /// Connects to `port` on the loopback interface.
  public RawConnection(int port) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout(READ_TIMEOUT_MILLIS);
    socket.setTcpNoDelay(true);
    input = new BufferedInputStream(socket.getInputStream());
    output = socket.getOutputStream();
  }

  public void send(String octets) throws IOException {
    output.write(octets.getBytes(StandardCharsets.ISO_8859_1));
  }

  /// Sends one octet a segment, or stops where the server has closed the connection.
  public void sendOctetByOctet(String octets) {
    try {
      for (byte octet : octets.getBytes(StandardCharsets.ISO_8859_1)) {
        output.write(octet);
      }
    } catch (IOException e) {
      // The server may close after a fault; what it said is read next.
    }
  }

  public void halfClose() throws IOException {
    socket.shutdownOutput();
  }

  /// Reads one answer; without its body if `headOnly` or if its status has none.
  public RawAnswer read(boolean headOnly) throws IOException {
    String statusLine = line();
    List<String> fields = new ArrayList<>();
    for (String line = line(); !line.isEmpty(); line = line()) {
      fields.add(line);
    }
    RawAnswer head = new RawAnswer(statusLine, fields, "");
    int status = head.status();
    if (headOnly || status < 200 || status == 204 || status == 304) {
      return head;
    }
    int length = Integer.parseInt(head.values("Content-Length").getFirst());
    byte[] body = input.readNBytes(length);
    if (body.length < length) {
      throw new IOException("the body ends after " + body.length + " of " + length);
    }
    return new RawAnswer(statusLine, fields, new String(body, StandardCharsets.ISO_8859_1));
  }

  /// What comes until the server closes the connection.
  public String readToEnd() throws IOException {
    return new String(input.readAllBytes(), StandardCharsets.ISO_8859_1);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    int octet = input.read();
    while (octet != '\r') {
      if (octet < 0 || octet == '\n') {
        throw new IOException("no CR LF at the end of '" + line + "'");
      }
      line.append((char) octet);
      octet = input.read();
    }
    if (input.read() != '\n') {
      throw new IOException("a lone CR after '" + line + "'");
    }
    return line.toString();
  }
}
