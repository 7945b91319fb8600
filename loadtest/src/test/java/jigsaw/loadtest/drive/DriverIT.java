package jigsaw.loadtest.drive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import jigsaw.loadtest.StubServer;
import jigsaw.loadtest.measure.Measurement;
import jigsaw.loadtest.measure.Recorder;
import jigsaw.loadtest.plan.Load;
import jigsaw.loadtest.plan.Segment;
import jigsaw.loadtest.plan.Traffic;
import jigsaw.loadtest.traffic.CatalogueIds;
import jigsaw.loadtest.traffic.Endpoint;
import jigsaw.loadtest.traffic.Failure;
import jigsaw.loadtest.traffic.VisitSource;
import org.junit.jupiter.api.Test;

final class DriverIT {
  private static final int FEW_CONNECTIONS = 4;
  private static final Duration TIMEOUT = Duration.ofSeconds(5);

  /// For one second of four nothing is answered. A client that waits for answers before it asks
  /// again would have four slow requests, one a connection, and call 99 % of them fast. A quarter
  /// of the requests was due in that second, and on average waited for half of it.
  @Test
  void aStallCountsForEveryRequestThatWasDueInIt() throws IOException {
    AtomicLong firstNanos = new AtomicLong();
    CountDownLatch never = new CountDownLatch(1);
    StubServer.Fault stall =
        exchange -> {
          firstNanos.compareAndSet(0, System.nanoTime());
          double seconds = (System.nanoTime() - firstNanos.get()) / 1e9;
          if (seconds >= 1 && seconds < 2) {
            assertThat(never.await((long) ((2 - seconds) * 1e9), TimeUnit.NANOSECONDS)).isFalse();
          }
          return false;
        };
    try (StubServer server = new StubServer(stall)) {
      Measurement measured = run(server.port(), Traffic.PRODUCT, load(200, 4));
      assertThat(measured.asked()).isBetween(795L, 805L);
      assertThat(measured.right()).isEqualTo(measured.asked());
      assertThat(measured.latency().max()).isGreaterThan(900);
      assertThat(measured.latency().p90()).isGreaterThan(450);
      assertThat(measured.timeline().get(1).asked()).isBetween(195, 205);
      assertThat(measured.timeline().get(1).latency().p50()).isGreaterThan(350);
    }
  }

  @Test
  void keepsTheRateAndMakesWholePageViews() throws IOException {
    try (StubServer server = StubServer.healthy()) {
      Measurement measured = run(server.port(), Traffic.MIX, load(300, 4));
      assertThat(measured.failures()).isEmpty();
      assertThat(measured.byEndpoint().keySet()).contains(Endpoint.PRODUCT, Endpoint.STYLES);
      assertThat(measured.repeated()).isPositive();
      assertThat(measured.asked()).isBetween(950L, 1450L);
      assertThat((long) server.requests()).isEqualTo(measured.asked());
      assertThat(measured.generator().cpuCores()).isPositive();
    }
  }

  @Test
  void segmentsFollowWithoutAPause() throws IOException {
    Segment slow = new Segment(50, Duration.ofSeconds(2));
    try (StubServer server = StubServer.healthy()) {
      Load load = new Load(List.of(slow, slow.withRate(200)));
      Measurement measured = run(server.port(), Traffic.STYLES, load);
      assertThat(measured.timeline()).hasSizeBetween(4, 5);
      assertThat(measured.timeline().get(1).asked()).isBetween(48, 52);
      assertThat(measured.timeline().get(2).asked()).isBetween(195, 205);
    }
  }

  @Test
  void countsErrorsByKind() throws IOException {
    AtomicInteger count = new AtomicInteger();
    StubServer.Fault faults =
        exchange -> {
          switch (count.getAndIncrement() % 4) {
            case 0 -> StubServer.answer(exchange, 503, "{}");
            case 1 -> StubServer.answer(exchange, 200, "{\"id\":999999,\"name\":\"x\"}");
            case 2 -> throw new IOException("closed without an answer");
            default -> {
              return false;
            }
          }
          return true;
        };
    try (StubServer server = new StubServer(faults)) {
      Measurement measured = run(server.port(), Traffic.PRODUCT, load(100, 2));
      assertThat(measured.failures())
          .containsOnlyKeys(Failure.SHED, Failure.WRONG_ID, Failure.CLOSED);
      assertThat(measured.failures().values().stream().mapToLong(Long::longValue).sum())
          .isEqualTo(measured.failed());
      assertThat(measured.examples().get(Failure.SHED)).endsWith("(503)");
    }
  }

  @Test
  void requestsWithoutAConnectionAreErrors() throws IOException {
    int free;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      free = socket.getLocalPort();
    }
    Measurement measured = run(free, Traffic.PRODUCT, load(10, 1));
    assertThat(measured.asked()).isBetween(8L, 12L);
    assertThat(measured.failures()).containsExactly(Map.entry(Failure.UNSENT, measured.asked()));
  }

  private static Load load(double rate, int seconds) {
    return new Load(List.of(new Segment(rate, Duration.ofSeconds(seconds))));
  }

  private static Measurement run(int port, Traffic traffic, Load load) {
    Recorder recorder = new Recorder(load, traffic.requestsPerVisit());
    new Driver(new Connection("127.0.0.1", port, false, FEW_CONNECTIONS, TIMEOUT, false))
        .run(
            load,
            traffic.requestsPerVisit(),
            new VisitSource(traffic, CatalogueIds.of(new int[] {1, 2, 3, 4, 5}), 1),
            recorder,
            new Samples(0));
    return recorder.finish();
  }
}
