package jigsaw.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import jigsaw.embedded.blackbox.RawConnection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A server on a Unix domain socket, real clients.
final class UnixSocketIT {
  private static final String LAST =
      "GET /things/%d HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";

  @TempDir private Path folder;

  static Stream<Transport> transports() {
    return Arrays.stream(Transport.values()).filter(Transport::isAvailable);
  }

  @ParameterizedTest
  @MethodSource("transports")
  void answersAsThePortDoes(Transport transport) throws IOException {
    Path file = folder.resolve("socket");
    try (ProtocolServer server = start(transport, file);
        RawConnection port = new RawConnection(server.port())) {
      assertThat(ask(file, LAST.formatted(7)))
          .startsWith("HTTP/1.1 200 ")
          .endsWith("{\"thing\":7}");
      port.send(LAST.formatted(8));
      assertThat(port.read(false).body()).isEqualTo("{\"thing\":8}");
    }
    assertThat(file).doesNotExist();
  }

  /// Netty's other transports close such a connection at once; a proxy does not close its
  /// direction.
  @ParameterizedTest
  @MethodSource("transports")
  void answersAClientThatHasClosedItsDirectionWithEpoll(Transport transport) throws IOException {
    Path file = folder.resolve("socket");
    try (ProtocolServer server = start(transport, file);
        SocketChannel client = SocketChannel.open(UnixDomainSocketAddress.of(file))) {
      assertThat(server.port()).isPositive();
      client.write(octets("GET /later HTTP/1.1\r\nHost: a\r\n\r\n"));
      client.shutdownOutput();
      String answer = readToEnd(client);
      if (transport.resolve() == Transport.EPOLL) {
        assertThat(answer).startsWith("HTTP/1.1 200 ").endsWith("{\"later\":true}");
      } else {
        // Whole, if it was there before the end of the input was seen.
        assertThat(answer)
            .satisfiesAnyOf(
                none -> assertThat(none).isEmpty(),
                whole -> assertThat(whole).endsWith("{\"later\":true}"));
      }
    }
  }

  @Test
  void takesTheFileOfAServerThatWasKilled() throws IOException {
    Path file = folder.resolve("socket");
    try (ServerSocketChannel killed = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      killed.bind(UnixDomainSocketAddress.of(file));
    }
    assertThat(file).exists();
    try (ProtocolServer server = start(Transport.AUTO, file)) {
      assertThat(server.port()).isPositive();
      assertThat(ask(file, LAST.formatted(1))).startsWith("HTTP/1.1 200 ");
    }
  }

  @Test
  void leavesARunningServerItsFile() throws IOException {
    Path file = folder.resolve("socket");
    try (ProtocolServer first = start(Transport.AUTO, file)) {
      assertThatThrownBy(() -> start(Transport.AUTO, file))
          .isInstanceOf(IOException.class)
          .hasMessage("cannot listen on " + file + ": another program listens there");
      assertThat(first.port()).isPositive();
      assertThat(ask(file, LAST.formatted(1))).startsWith("HTTP/1.1 200 ");
    }
  }

  @Test
  void replacesNoFileOfAnotherKind() throws IOException {
    Path file = Files.writeString(folder.resolve("socket"), "precious");
    assertThatThrownBy(() -> start(Transport.AUTO, file))
        .isInstanceOf(IOException.class)
        .hasMessage("cannot listen on " + file + ": there is a file of another kind");
    assertThat(file).hasContent("precious");
  }

  @Test
  void namesAFolderThatIsMissing() {
    Path file = folder.resolve("none/socket");
    assertThatThrownBy(() -> start(Transport.AUTO, file))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("cannot listen on " + file + ": ");
  }

  private static ProtocolServer start(Transport transport, Path file) throws IOException {
    return new ProtocolServer(
        new HttpSettings(
            "127.0.0.1",
            0,
            1,
            transport,
            ClientSettings.atMost(100),
            ProtocolServer.PATIENT,
            Optional.of(file)),
        RequestObserver.NONE);
  }

  private static String ask(Path file, String request) throws IOException {
    try (SocketChannel client = SocketChannel.open(UnixDomainSocketAddress.of(file))) {
      client.write(octets(request));
      return readToEnd(client);
    }
  }

  private static ByteBuffer octets(String text) {
    return ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
  }

  private static String readToEnd(SocketChannel client) throws IOException {
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    Channels.newInputStream(client).transferTo(answer);
    return answer.toString(StandardCharsets.US_ASCII);
  }
}
