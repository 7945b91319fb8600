package jigsaw.server.http;

import java.nio.file.Path;
import java.util.Optional;

/// Where and how one port is served.
///
/// `port` 0 takes any free one; `eventLoops` 0 stands for one per core. `unixSocket` is the file of
/// a Unix domain socket that answers as the port does.
public record HttpSettings(
    String bindAddress,
    int port,
    int eventLoops,
    Transport transport,
    ClientSettings clients,
    HttpTimeouts timeouts,
    Optional<Path> unixSocket) {
  /// A port alone, and a limit for all clients together.
  public HttpSettings(
      String bindAddress,
      int port,
      int eventLoops,
      Transport transport,
      int maxConnections,
      HttpTimeouts timeouts) {
    this(
        bindAddress,
        port,
        eventLoops,
        transport,
        ClientSettings.atMost(maxConnections),
        timeouts,
        Optional.empty());
  }

  /// @throws IllegalArgumentException if a number is out of its range
  public HttpSettings {
    require("port", port, 0, 65_535);
    require("event loops", eventLoops, 0, 1_024);
  }

  int eventLoopCount() {
    return eventLoops > 0 ? eventLoops : Runtime.getRuntime().availableProcessors();
  }

  static void require(String name, int value, int min, int max) {
    if (value < min || value > max) {
      throw new IllegalArgumentException(
          "the " + name + " must be from " + min + " to " + max + ", not " + value);
    }
  }
}
