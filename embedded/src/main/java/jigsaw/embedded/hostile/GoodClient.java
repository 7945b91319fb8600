package jigsaw.embedded.hostile;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import jigsaw.embedded.blackbox.RawConnection;

/// A well-behaved client: asks for a product a hundred times a second on one connection. Times
/// count from when a request was due.
final class GoodClient {
  private static final int INTERVAL_MILLIS = 10;
  private static final int PRODUCTS = 200;

  private final int port;
  private final List<Double> millis = new ArrayList<>();
  private final Thread thread =
      Thread.ofPlatform().daemon().name("good-client").unstarted(this::run);
  private int errors;
  private String firstError = "";
  private volatile boolean ended;

  private GoodClient(int port) {
    this.port = port;
  }

  static GoodClient start(int port) {
    GoodClient client = new GoodClient(port);
    client.thread.start();
    return client;
  }

  /// After [#end].
  int errors() {
    return errors;
  }

  String firstError() {
    return firstError;
  }

  int requests() {
    return millis.size() + errors;
  }

  /// The time within which 99 of 100 were answered.
  double p99Millis() {
    List<Double> sorted = millis.stream().sorted().toList();
    return sorted.isEmpty() ? Double.NaN : sorted.get((int) ((sorted.size() - 1) * 0.99));
  }

  /// Lets it finish its request.
  void end() throws InterruptedException {
    ended = true;
    thread.join();
  }

  private void run() {
    long due = System.nanoTime();
    while (!ended) {
      try (RawConnection connection = new RawConnection(port)) {
        while (!ended) {
          ask(connection, due);
          due += INTERVAL_MILLIS * 1_000_000L;
          Thread.sleep(Math.max(0, (due - System.nanoTime()) / 1_000_000));
        }
      } catch (IOException | RuntimeException e) {
        errors++;
        firstError = firstError.isEmpty() ? e.toString() : firstError;
        due += INTERVAL_MILLIS * 1_000_000L;
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private void ask(RawConnection connection, long due) throws IOException {
    int id = 1 + millis.size() % PRODUCTS;
    connection.send("GET /products/" + id + " HTTP/1.1\r\nHost: good\r\n\r\n");
    int status = connection.read(false).status();
    if (status != 200) {
      throw new IOException("answered with " + status);
    }
    millis.add((System.nanoTime() - due) / 1e6);
  }
}
