package jigsaw.server.http;

/// Where and how one port is served.
///
/// `port` 0 takes any free one; `eventLoops` 0 stands for one per core; `maxConnections` are
/// accepted at the same time, further ones are closed at once.
public record HttpSettings(
    String bindAddress,
    int port,
    int eventLoops,
    Transport transport,
    int maxConnections,
    HttpTimeouts timeouts) {
  /// @throws IllegalArgumentException if a number is out of its range
  public HttpSettings {
    require("port", port, 0, 65_535);
    require("event loops", eventLoops, 0, 1_024);
    require("maximum of connections", maxConnections, 1, 10_000_000);
  }

  int eventLoopCount() {
    return eventLoops > 0 ? eventLoops : Runtime.getRuntime().availableProcessors();
  }

  private static void require(String name, int value, int min, int max) {
    if (value < min || value > max) {
      throw new IllegalArgumentException(
          "the " + name + " must be from " + min + " to " + max + ", not " + value);
    }
  }
}
