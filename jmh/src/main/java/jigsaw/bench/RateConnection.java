package jigsaw.bench;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Queue;

/// A connection that pipelines requests and tells when each answer began. It finds status lines and
/// nothing else, which is enough for answers that hold none.
final class RateConnection implements Closeable {
  private static final int BUFFER_BYTES = 65_536;
  private static final String STATUS_LINE = "HTTP/1.1 ";
  private static final String OK = "200";

  private final SocketChannel channel;
  private final Latencies latencies;
  private final Queue<Long> dueNanos = new ArrayDeque<>();
  private final ByteBuffer input = ByteBuffer.allocate(BUFFER_BYTES);
  private String rest = "";

  private RateConnection(SocketChannel channel, Latencies latencies) {
    this.channel = channel;
    this.latencies = latencies;
  }

  /// Connects to the loopback address; it is then the attachment of its key.
  static RateConnection open(int port, Selector selector, Latencies latencies) throws IOException {
    SocketChannel channel =
        SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    channel.configureBlocking(false);
    RateConnection connection = new RateConnection(channel, latencies);
    channel.register(selector, SelectionKey.OP_READ, connection);
    return connection;
  }

  /// Sends a request that was due at `nanos` (`System.nanoTime`).
  void ask(String target, long nanos) throws IOException {
    String request =
        "GET " + target + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept-Encoding: gzip\r\n\r\n";
    ByteBuffer octets = ByteBuffer.wrap(request.getBytes(StandardCharsets.US_ASCII));
    while (octets.hasRemaining()) {
      channel.write(octets);
    }
    dueNanos.add(nanos);
  }

  /// Takes what has come.
  void read() throws IOException {
    input.clear();
    if (channel.read(input) < 0) {
      throw new IOException("the server closed a connection");
    }
    long now = System.nanoTime();
    String text = rest + StandardCharsets.ISO_8859_1.decode(input.flip());
    int whole = STATUS_LINE.length() + OK.length();
    int at = text.indexOf(STATUS_LINE);
    int end = 0;
    while (at >= 0 && at + whole <= text.length()) {
      take(text.startsWith(OK, at + STATUS_LINE.length()), now);
      end = at + whole;
      at = text.indexOf(STATUS_LINE, end);
    }
    // A status line may come in two parts.
    rest = text.substring(Math.max(end, text.length() - whole + 1));
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  private void take(boolean ok, long now) throws IOException {
    Long due = dueNanos.poll();
    if (due == null) {
      throw new IOException("the server answers more than it was asked");
    }
    if (ok) {
      latencies.add(now - due);
    } else {
      latencies.addRefused();
    }
  }
}
