package jigsaw.embedded.hostile;

import java.io.IOException;
import java.util.Map;
import jigsaw.embedded.blackbox.GeneratedCatalogue;
import jigsaw.embedded.blackbox.RawConnection;
import jigsaw.embedded.blackbox.ServeProcess;

/// More connections than the server may have file descriptors.
final class FewDescriptors {
  static final String NAME = "more connections than descriptors";

  private static final int SPARE = 100;
  private static final int CONNECTIONS = 300;
  private static final int WATCHED_SECONDS = 3;
  private static final int RECOVERY_SECONDS = 3;
  private static final double BUSY_SHARE = 0.5;
  private static final String REQUEST = "GET /products/1 HTTP/1.1\r\nHost: a\r\n\r\n";

  private final GeneratedCatalogue catalogue;
  private final Map<String, String> settings;
  private final PromiseTable promises;

  FewDescriptors(
      GeneratedCatalogue catalogue, Map<String, String> settings, PromiseTable promises) {
    this.catalogue = catalogue;
    this.settings = settings;
    this.promises = promises;
  }

  void show() throws IOException, InterruptedException {
    long needed;
    try (ServeProcess server = catalogue.serve(settings)) {
      needed = new ProcessGauges(server.pid()).descriptors();
    }
    try (ServeProcess server = catalogue.serve(settings, (int) needed + SPARE)) {
      ProcessGauges gauges = new ProcessGauges(server.pid());
      GoodClient good = GoodClient.start(server.port());
      Thread.sleep(1_000);
      Swarm swarm = Swarm.attack(server.port(), CONNECTIONS, Behaviour.sending(REQUEST).then(""));
      Thread.sleep(1_000);
      double before = gauges.cpuSeconds();
      Thread.sleep(WATCHED_SECONDS * 1_000L);
      double share = (gauges.cpuSeconds() - before) / WATCHED_SECONDS;
      promises.below(
          NAME, "the server does not spin: less than half a core", BUSY_SHARE, share, "cores");
      swarm.end();
      long start = System.nanoTime();
      boolean again = false;
      while (!again && System.nanoTime() - start < RECOVERY_SECONDS * 1_000_000_000L) {
        again = isAnswered(server.port());
      }
      promises.add(
          NAME,
          "new connections are served within 3 s of their end",
          again,
          "%.1f s".formatted((System.nanoTime() - start) / 1e9));
      good.end();
      promises.add(
          NAME,
          "a client that is connected already sees no error",
          good.errors() == 0 && good.requests() > 0,
          good.errors() + " of " + good.requests() + " " + good.firstError());
    }
  }

  private static boolean isAnswered(int port) {
    try (RawConnection connection = new RawConnection(port)) {
      connection.send(REQUEST);
      return connection.read(false).status() == 200;
    } catch (IOException e) {
      return false;
    }
  }
}
