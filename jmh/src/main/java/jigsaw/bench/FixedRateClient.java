package jigsaw.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Sends so many requests a second whatever the answers do, for products, styles and related
/// products of random ids. Told a port and a number of seconds on its standard input, it works so
/// long and prints how many answers with 200 it got.
final class FixedRateClient {
  private static final int CONNECTIONS = 16;
  private static final int BUFFER_BYTES = 65_536;
  private static final List<String> RESOURCES = List.of("", "/styles", "/related");
  private static final String OK = "HTTP/1.1 200 ";

  private final int rate;
  private final int products;
  private final Random random = new Random(1);
  private final ByteBuffer input = ByteBuffer.allocate(BUFFER_BYTES);
  private long answered;

  private FixedRateClient(int rate, int products) {
    this.rate = rate;
    this.products = products;
  }

  /// Arguments: requests a second, number of products.
  public static void main(String[] arguments) throws IOException {
    FixedRateClient client =
        new FixedRateClient(Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1]));
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    String line = in.readLine();
    while (line != null) {
      String[] words = line.split(" ", 2);
      System.out.println(client.run(Integer.parseInt(words[0]), Integer.parseInt(words[1])));
      line = in.readLine();
    }
  }

  private long run(int port, int seconds) throws IOException {
    answered = 0;
    List<SocketChannel> channels = new ArrayList<>();
    try (Selector selector = Selector.open()) {
      for (int i = 0; i < CONNECTIONS; i++) {
        SocketChannel channel =
            SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        channels.add(channel);
        channel.configureBlocking(false);
        channel.register(selector, SelectionKey.OP_READ);
      }
      send(selector, channels, seconds);
    } finally {
      for (SocketChannel channel : channels) {
        channel.close();
      }
    }
    return answered;
  }

  private void send(Selector selector, List<SocketChannel> channels, int seconds)
      throws IOException {
    long start = System.nanoTime();
    long total = (long) rate * seconds;
    long sent = 0;
    // The last answers are waited for, but not for ever.
    while (answered < total && System.nanoTime() - start < (seconds + 2L) * 1_000_000_000L) {
      long due = Math.min(total, (System.nanoTime() - start) * rate / 1_000_000_000L);
      for (; sent < due; sent++) {
        ask(channels.get((int) (sent % channels.size())));
      }
      selector.select(1);
      for (SelectionKey key : selector.selectedKeys()) {
        read((SocketChannel) key.channel());
      }
      selector.selectedKeys().clear();
    }
  }

  private void ask(SocketChannel channel) throws IOException {
    String request =
        "GET /products/"
            + (1 + random.nextInt(products))
            + RESOURCES.get(random.nextInt(RESOURCES.size()))
            + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept-Encoding: gzip\r\n\r\n";
    ByteBuffer octets = ByteBuffer.wrap(request.getBytes(StandardCharsets.US_ASCII));
    while (octets.hasRemaining()) {
      channel.write(octets);
    }
  }

  /// Counts the status lines; one that two reads share is missed, which the caller tolerates.
  private void read(SocketChannel channel) throws IOException {
    input.clear();
    if (channel.read(input) < 0) {
      throw new IOException("the server closed a connection");
    }
    String text = StandardCharsets.ISO_8859_1.decode(input.flip()).toString();
    for (int at = text.indexOf(OK); at >= 0; at = text.indexOf(OK, at + OK.length())) {
      answered++;
    }
  }
}
