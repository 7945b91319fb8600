package jigsaw.server.http;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;

/// A Unix domain socket on which connections are accepted, for a proxy on the same machine.
///
/// As with a loopback port, every user of the machine may connect; the rights of the folder decide
/// who comes that far. With epoll a client that has closed its direction still gets its answers;
/// Netty's other transports close the connection.
final class UnixSocket {
  private static final String RIGHTS = "rw-rw-rw-";

  private final Path file;
  private final Channel listener;

  private UnixSocket(Path file, Channel listener) {
    this.file = file;
    this.listener = listener;
  }

  /// Starts listening; the file of a server that was killed is replaced.
  ///
  /// @param bootstrap all but the channel
  /// @throws IOException if another program listens there, or the file cannot be made
  static UnixSocket open(Path file, Transport transport, ServerBootstrap bootstrap)
      throws IOException {
    try {
      removeLeftOver(file);
      var bound =
          bootstrap
              .channel(transport.unixServerChannel())
              .bind(transport.unixAddress(file))
              .awaitUninterruptibly();
      if (!bound.isSuccess()) {
        throw new IOException(bound.cause().getMessage(), bound.cause());
      }
      UnixSocket socket = new UnixSocket(file, bound.channel());
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(RIGHTS));
      return socket;
    } catch (IOException e) {
      throw new IOException("cannot listen on " + file + ": " + e.getMessage(), e);
    }
  }

  /// Stops accepting and removes the file. Connections stay.
  void close() {
    listener.close().awaitUninterruptibly();
    try {
      Files.deleteIfExists(file);
    } catch (IOException _) {
      // The next server on it finds that nobody answers.
      return;
    }
  }

  private static void removeLeftOver(Path file) throws IOException {
    if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    if (!Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
        .isOther()) {
      throw new IOException("there is a file of another kind");
    }
    if (isAnswered(file)) {
      throw new IOException("another program listens there");
    }
    Files.delete(file);
  }

  private static boolean isAnswered(Path file) {
    try (SocketChannel client = SocketChannel.open(UnixDomainSocketAddress.of(file))) {
      return client.isConnected();
    } catch (IOException _) {
      return false;
    }
  }
}
