package jigsaw.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Sends so many requests a second whatever the answers do, for products, styles and related
/// products of random ids. Told a port and a number of seconds on its standard input, it works so
/// long and prints its [Latencies]. Each counts from when its request was due.
final class FixedRateClient {
  private static final int CONNECTIONS = 16;
  private static final long SECOND_NANOS = 1_000_000_000L;
  private static final List<String> RESOURCES = List.of("", "/styles", "/related");

  private final int rate;
  private final int products;
  private final Random random = new Random(1);

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

  private Latencies.Summary run(int port, int seconds) throws IOException {
    Latencies latencies = new Latencies();
    List<RateConnection> connections = new ArrayList<>();
    try (Selector selector = Selector.open()) {
      for (int i = 0; i < CONNECTIONS; i++) {
        connections.add(RateConnection.open(port, selector, latencies));
      }
      send(selector, connections, seconds, latencies);
    } finally {
      for (RateConnection connection : connections) {
        connection.close();
      }
    }
    return latencies.summary();
  }

  private void send(
      Selector selector, List<RateConnection> connections, int seconds, Latencies latencies)
      throws IOException {
    long start = System.nanoTime();
    long total = (long) rate * seconds;
    long sent = 0;
    // The last answers are waited for, but not for ever.
    while (latencies.answered() < total
        && System.nanoTime() - start < (seconds + 2L) * SECOND_NANOS) {
      long due = Math.min(total, (System.nanoTime() - start) * rate / SECOND_NANOS);
      for (; sent < due; sent++) {
        connections
            .get((int) (sent % CONNECTIONS))
            .ask(target(), start + sent * SECOND_NANOS / rate);
      }
      selector.select(1);
      for (SelectionKey key : selector.selectedKeys()) {
        ((RateConnection) key.attachment()).read();
      }
      selector.selectedKeys().clear();
    }
  }

  private String target() {
    return "/products/"
        + (1 + random.nextInt(products))
        + RESOURCES.get(random.nextInt(RESOURCES.size()));
  }
}
