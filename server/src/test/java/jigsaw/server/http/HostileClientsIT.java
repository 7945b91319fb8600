package jigsaw.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import jigsaw.embedded.blackbox.RawAnswer;
import jigsaw.embedded.blackbox.RawConnection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Clients that take more than they should, over real sockets.
final class HostileClientsIT {
  private static final String GET = "GET %s HTTP/1.1\r\nHost: a\r\n\r\n";
  private static final int PIPELINED = 20_000;
  private static final int MAX_UNREAD_BYTES = 20_000_000;
  private static final int MAX_CONNECTIONS = 2;
  private static final HttpTimeouts SHORT =
      new HttpTimeouts(
          Duration.ofSeconds(10),
          Duration.ofSeconds(75),
          Duration.ofMillis(500),
          Duration.ofMillis(900));

  private final RefusalCounts refusals = new RefusalCounts();
  private final ProtocolServer server = start();

  @AfterEach
  void stop() {
    server.close();
    assertThat(server.connections()).isZero();
  }

  @Test
  void answersTwentyThousandPipelinedRequests() throws IOException {
    try (RawConnection connection = new RawConnection(server.port())) {
      var sending =
          CompletableFuture.runAsync(() -> send(connection, GET.formatted("/things/1"), PIPELINED));
      for (int i = 0; i < PIPELINED; i++) {
        assertThat(connection.read(false).body()).isEqualTo("{\"thing\":1}");
      }
      sending.join();
    }
  }

  @Test
  void stopsReadingFromAClientThatNeverReadsAndDropsIt() throws IOException {
    byte[] requests = GET.formatted("/large").repeat(1_000).getBytes(StandardCharsets.US_ASCII);
    try (SocketChannel client = SocketChannel.open()) {
      client.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port()));
      client.configureBlocking(false);
      AtomicInteger sent = new AtomicInteger();
      await().until(() -> drops(client, requests, sent));
      assertThat(sent.get()).isLessThan(MAX_UNREAD_BYTES);
    }
    await().until(() -> server.connections() == 0);
    assertThat(refusals.of(Refusal.WRITE_TIMEOUT)).isEqualTo(1);
  }

  @Test
  void givesAClientThatHasClosedItsDirectionItsAnswersHoweverSlowly() throws IOException {
    byte[] requests = GET.formatted("/large").repeat(4).getBytes(StandardCharsets.US_ASCII);
    try (Socket client = new Socket()) {
      // So little that the server has to wait again and again until it can go on.
      client.setReceiveBufferSize(4_096);
      client.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port()));
      client.getOutputStream().write(requests);
      client.shutdownOutput();
      String answers =
          new String(client.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
      assertThat(answers.split("HTTP/1.1 200 ", -1)).hasSize(5);
      assertThat(answers.split("x{1000000}", -1)).hasSize(5);
    }
  }

  @Test
  void survivesAResetWhileAnswersArePending() throws IOException {
    for (int i = 0; i < 10; i++) {
      try (Socket client = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
        client.setSoLinger(true, 0);
        String requests = GET.formatted("/later").repeat(10) + GET.formatted("/large");
        client.getOutputStream().write(requests.getBytes(StandardCharsets.US_ASCII));
      }
      await().until(() -> server.connections() == 0);
    }
    assertStillServes();
  }

  @Test
  void turnsAwayConnectionsAboveTheLimit() throws IOException {
    try (RawConnection first = new RawConnection(server.port());
        RawConnection second = new RawConnection(server.port())) {
      first.send(GET.formatted("/things/1"));
      assertThat(first.read(false).status()).isEqualTo(200);
      second.send(GET.formatted("/things/2"));
      assertThat(second.read(false).status()).isEqualTo(200);
      try (RawConnection third = new RawConnection(server.port())) {
        await().until(() -> refusals.of(Refusal.CONNECTION_LIMIT) == 1);
        assertThat(closes(third)).isTrue();
      }
      first.send(GET.formatted("/things/3"));
      assertThat(first.read(false).body()).isEqualTo("{\"thing\":3}");
    }
  }

  @Test
  void finishesWhatIsUnderWayWhenItStops() throws IOException {
    CompletableFuture<Void> stopping;
    try (RawConnection idle = new RawConnection(server.port());
        RawConnection busy = new RawConnection(server.port())) {
      idle.send(GET.formatted("/things/1"));
      idle.read(false);
      busy.send(GET.formatted("/things/1") + GET.formatted("/never"));
      busy.read(false);
      stopping = CompletableFuture.runAsync(() -> server.stop(Duration.ofSeconds(5)));
      assertThat(idle.readToEnd()).isEmpty();
      RawAnswer answer = busy.read(false);
      assertThat(answer.status()).isEqualTo(503);
      assertThat(answer.values("Connection")).containsExactly("close");
      assertThat(busy.readToEnd()).isEmpty();
    }
    stopping.join();
  }

  private ProtocolServer start() {
    try {
      HttpSettings settings =
          new HttpSettings("127.0.0.1", 0, 1, Transport.AUTO, MAX_CONNECTIONS, SHORT);
      return new ProtocolServer(settings, refusals);
    } catch (IOException e) {
      throw new IllegalStateException("cannot start", e);
    }
  }

  private void assertStillServes() throws IOException {
    try (RawConnection connection = new RawConnection(server.port())) {
      connection.send(GET.formatted("/things/1"));
      assertThat(connection.read(false).status()).isEqualTo(200);
    }
  }

  /// Whether the server has dropped the connection; until then as much is sent as it takes.
  private static boolean drops(SocketChannel client, byte[] requests, AtomicInteger sent) {
    try {
      int written = client.write(ByteBuffer.wrap(requests));
      return sent.addAndGet(written) > MAX_UNREAD_BYTES;
    } catch (IOException e) {
      return true;
    }
  }

  private static boolean closes(RawConnection connection) {
    try {
      return connection.readToEnd().isEmpty();
    } catch (IOException e) {
      return true;
    }
  }

  private static void send(RawConnection connection, String request, int times) {
    try {
      connection.send(request.repeat(times));
    } catch (IOException e) {
      throw new IllegalStateException("the server does not take the pipeline", e);
    }
  }
}
