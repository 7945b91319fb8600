package jigsaw.server;

import java.time.Duration;
import jigsaw.server.http.Transport;
import picocli.CommandLine.Option;

/// The settings of the public port's connections.
final class HttpOptions {
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
}
