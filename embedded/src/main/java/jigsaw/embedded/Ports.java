package jigsaw.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/// TCP ports of the loopback address.
public final class Ports {
  private Ports() {}

  /// `port` itself if it is free, or for 0 one that is free at this moment.
  ///
  /// @throws EmbeddedException if it is taken
  static int choose(String user, int port) {
    if (port != 0 && !isFree(port)) {
      throw new EmbeddedException(
          user + " did not start: port " + port + " is taken by another program");
    }
    return port == 0 ? free() : port;
  }

  /// One that is free at this moment.
  ///
  /// @throws EmbeddedException if there is none
  public static int free() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new EmbeddedException("no free port: " + e.getMessage(), e);
    }
  }

  /// Whether a program could listen on `port` now. The option lets a port count as free whose last
  /// connections are still fading out, as a server's own socket does.
  static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException _) {
      return false;
    }
  }
}
