package jigsaw.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Sends the next request on a connection as soon as the last one is answered, on one thread.
final class ClosedLoopClient {
  /// More than the longest answer has, a whole page.
  private static final int BUFFER_BYTES = 1 << 19;

  private final List<byte[]> requests;
  private final Random random = new Random();
  private long answered;
  private long refused;

  private ClosedLoopClient(List<String> targets, String fields) {
    requests = targets.stream().map(target -> request(target, fields)).toList();
  }

  /// Arguments: port, connections, seconds, file of targets, further fields. Prints how many
  /// requests were answered, in wrk's words.
  public static void main(String[] arguments) throws IOException {
    List<String> targets = Files.readAllLines(Path.of(arguments[3]));
    ClosedLoopClient client = new ClosedLoopClient(targets, arguments[4]);
    int seconds = Integer.parseInt(arguments[2]);
    client.run(Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1]), seconds);
    System.out.println(client.answered + " requests in " + seconds + "s");
    if (client.refused > 0) {
      System.out.println("Non-2xx responses: " + client.refused);
    }
  }

  private void run(int port, int connections, int seconds) throws IOException {
    List<SocketChannel> channels = new ArrayList<>();
    try (Selector selector = Selector.open()) {
      for (int i = 0; i < connections; i++) {
        SocketChannel channel =
            SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        channels.add(channel);
        channel.configureBlocking(false);
        channel.register(selector, SelectionKey.OP_READ, ByteBuffer.allocate(BUFFER_BYTES));
        ask(channel);
      }
      long end = System.nanoTime() + seconds * 1_000_000_000L;
      while (System.nanoTime() < end) {
        selector.select(100);
        for (SelectionKey key : selector.selectedKeys()) {
          read((SocketChannel) key.channel(), (ByteBuffer) key.attachment());
        }
        selector.selectedKeys().clear();
      }
    } finally {
      for (SocketChannel channel : channels) {
        channel.close();
      }
    }
  }

  private static byte[] request(String target, String fields) {
    String text = "GET " + target + " HTTP/1.1\r\nHost: 127.0.0.1\r\n" + fields + "\r\n";
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private void ask(SocketChannel channel) throws IOException {
    ByteBuffer octets = ByteBuffer.wrap(requests.get(random.nextInt(requests.size())));
    while (octets.hasRemaining()) {
      channel.write(octets);
    }
  }

  private void read(SocketChannel channel, ByteBuffer buffer) throws IOException {
    if (channel.read(buffer) < 0) {
      throw new IOException("the server closed a connection");
    }
    String text = StandardCharsets.ISO_8859_1.decode(buffer.duplicate().flip()).toString();
    int headEnd = text.indexOf("\r\n\r\n");
    if (headEnd < 0 || text.length() < headEnd + 4 + contentLength(text)) {
      return;
    }
    answered++;
    refused += text.startsWith("HTTP/1.1 200 ") ? 0 : 1;
    buffer.clear();
    ask(channel);
  }

  private static int contentLength(String head) {
    String name = "\r\ncontent-length: ";
    for (int at = 0; at < head.length() - name.length(); at++) {
      if (head.regionMatches(true, at, name, 0, name.length())) {
        int from = at + name.length();
        return Integer.parseInt(head.substring(from, head.indexOf('\r', from)).strip());
      }
    }
    return 0;
  }
}
