package jigsaw.server;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import jigsaw.catalog.settings.InvalidSettingException;
import jigsaw.server.http.ClientSettings;
import jigsaw.server.http.HttpSettings;
import jigsaw.server.http.HttpTimeouts;
import jigsaw.server.http.Transport;
import jigsaw.server.http.TrustedProxies;
import picocli.CommandLine.Option;

/// The settings of the public port's connections, and the port's settings made of them.
final class HttpOptions {
  private static final int ADMIN_CONNECTIONS = 100;
  // What sockaddr_un(7) holds on every system; macOS has the least.
  private static final int MAX_SOCKET_PATH = 103;

  @Option(
      names = "--unix-socket",
      paramLabel = "FILE",
      description = "Unix domain socket that answers as the public port does, for a proxy here.")
  Optional<Path> unixSocket = Optional.empty();

  @Option(
      names = "--event-loops",
      defaultValue = "0",
      description = "Threads that serve connections; 0 = one per core" + ServerOptions.DEFAULT)
  int eventLoops;

  @Option(
      names = "--transport",
      defaultValue = "auto",
      description = "Network events: auto, epoll, io_uring or nio" + ServerOptions.DEFAULT)
  Transport transport = Transport.AUTO;

  @Option(
      names = "--max-connections",
      defaultValue = "16000",
      description = "Connections open at once; more are closed" + ServerOptions.DEFAULT)
  int maxConnections;

  @Option(
      names = "--max-connections-per-address",
      defaultValue = "0",
      description = "The same for one client address; 0 = no limit" + ServerOptions.DEFAULT)
  int maxConnectionsPerAddress;

  @Option(
      names = "--trusted-proxies",
      paramLabel = "ADDRESSES",
      defaultValue = "",
      description =
          "Proxies, such as 127.0.0.1,10.0.0.0/8,unix: their X-Forwarded-For is believed, and they"
              + " may open any number of connections; without it none.")
  String trustedProxies = "";

  @Option(
      names = "--request-timeout",
      defaultValue = "10s",
      converter = DurationText.class,
      description = "Longest time for a request to arrive" + ServerOptions.DEFAULT)
  Duration requestTimeout = Duration.ZERO;

  @Option(
      names = "--idle-timeout",
      defaultValue = "75s",
      converter = DurationText.class,
      description = "Longest time between requests" + ServerOptions.DEFAULT)
  Duration idleTimeout = Duration.ZERO;

  @Option(
      names = "--write-timeout",
      defaultValue = "30s",
      converter = DurationText.class,
      description = "Longest time for a client to take nothing" + ServerOptions.DEFAULT)
  Duration writeTimeout = Duration.ZERO;

  @Option(
      names = "--answer-timeout",
      defaultValue = "850ms",
      converter = DurationText.class,
      description = "Longest time for an answer; then 503" + ServerOptions.DEFAULT)
  Duration answerTimeout = Duration.ZERO;

  @Option(
      names = "--drain-delay",
      defaultValue = "0ms",
      converter = DurationText.class,
      description =
          "How long the server goes on at its end after it has said that it is not ready"
              + ServerOptions.DEFAULT)
  Duration drainDelay = Duration.ZERO;

  @Option(
      names = "--drain-timeout",
      defaultValue = "8s",
      converter = DurationText.class,
      description = "Longest time for open requests at the end" + ServerOptions.DEFAULT)
  Duration drainTimeout = Duration.ZERO;

  /// The public port.
  ///
  /// @throws InvalidSettingException for the first value that is out of its range
  HttpSettings settings(String address, int port) {
    return new HttpSettings(
        address,
        port,
        Settings.within("EVENT_LOOPS", eventLoops, 0, 1024),
        availableTransport(),
        clients(),
        timeouts(),
        unixSocket.map(HttpOptions::checked));
  }

  /// The operations port, which has the same time limits.
  HttpSettings adminSettings(String address, int port) {
    return new HttpSettings(address, port, 1, Transport.NIO, ADMIN_CONNECTIONS, timeouts());
  }

  private HttpTimeouts timeouts() {
    Duration shortest = Duration.ofMillis(1);
    return new HttpTimeouts(
        Settings.within("REQUEST_TIMEOUT", requestTimeout, shortest, Settings.MAX_KEEP),
        Settings.within("IDLE_TIMEOUT", idleTimeout, shortest, Settings.MAX_KEEP),
        Settings.within("WRITE_TIMEOUT", writeTimeout, shortest, Settings.MAX_KEEP),
        Settings.within("ANSWER_TIMEOUT", answerTimeout, Duration.ofMillis(10), Settings.MAX_WAIT));
  }

  private Transport availableTransport() {
    if (!transport.isAvailable()) {
      throw new InvalidSettingException(
          "JIGSAW_TRANSPORT",
          transport.name().toLowerCase(Locale.ROOT),
          "one this machine has: auto");
    }
    return transport;
  }

  private ClientSettings clients() {
    return new ClientSettings(
        Settings.within("MAX_CONNECTIONS", maxConnections, 1, 10_000_000),
        Settings.within("MAX_CONNECTIONS_PER_ADDRESS", maxConnectionsPerAddress, 0, 10_000_000),
        proxies());
  }

  private TrustedProxies proxies() {
    try {
      return TrustedProxies.parse(trustedProxies);
    } catch (IllegalArgumentException e) {
      throw new InvalidSettingException(
          "JIGSAW_TRUSTED_PROXIES", trustedProxies, "addresses like 127.0.0.1,10.0.0.0/8", e);
    }
  }

  private static Path checked(Path socket) {
    if (socket.toString().getBytes(StandardCharsets.UTF_8).length > MAX_SOCKET_PATH) {
      throw new InvalidSettingException(
          "JIGSAW_UNIX_SOCKET",
          socket.toString(),
          "a path of at most " + MAX_SOCKET_PATH + " bytes");
    }
    return socket;
  }
}
