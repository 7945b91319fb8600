package jigsaw.loadtest;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import jigsaw.loadtest.drive.Connection;
import jigsaw.loadtest.drive.Driver;
import jigsaw.loadtest.drive.Samples;
import jigsaw.loadtest.measure.Recorder;
import jigsaw.loadtest.plan.Load;
import jigsaw.loadtest.plan.Segment;
import jigsaw.loadtest.plan.Traffic;
import jigsaw.loadtest.traffic.CatalogueIds;
import jigsaw.loadtest.traffic.VisitSource;

/// Lets the generator's own code be compiled before it measures anything, against a server of its
/// own, so that the target stays as cold as it is.
final class GeneratorTraining {
  private static final Load LOAD = new Load(List.of(new Segment(1000, Duration.ofSeconds(4))));
  private static final byte[] ANSWER =
      "{\"id\":1,\"name\":\"Camo Onesie\"}".getBytes(StandardCharsets.UTF_8);
  private static final int CONNECTIONS = 16;

  private GeneratorTraining() {}

  static void train() throws IOException {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    HttpServer server = HttpServer.create(new InetSocketAddress(loopback, 0), 0);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      server.setExecutor(threads);
      server.createContext(
          "/",
          exchange -> {
            exchange.sendResponseHeaders(200, ANSWER.length);
            exchange.getResponseBody().write(ANSWER);
            exchange.close();
          });
      server.start();
      String host = loopback.getHostAddress();
      int port = server.getAddress().getPort();
      new Driver(new Connection(host, port, false, CONNECTIONS, Duration.ofSeconds(2), false))
          .run(
              LOAD,
              Traffic.PRODUCT.requestsPerVisit(),
              new VisitSource(Traffic.PRODUCT, CatalogueIds.of(new int[] {1}), 1),
              new Recorder(LOAD, Traffic.PRODUCT.requestsPerVisit()),
              new Samples(0));
    } finally {
      server.stop(0);
    }
  }
}
