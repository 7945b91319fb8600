package jigsaw.server.http;

import java.time.Duration;

/// How long a connection may take for what: `request` for a whole request from its first octet (or
/// from the connection's start), `idle` between requests, `write` for taking at least some of what
/// is sent to it, `answer` for an answer to be fetched before the client is told to try again.
public record HttpTimeouts(Duration request, Duration idle, Duration write, Duration answer) {
  /// @throws IllegalArgumentException if one of them is not positive
  public HttpTimeouts {
    requirePositive("request", request);
    requirePositive("idle", idle);
    requirePositive("write", write);
    requirePositive("answer", answer);
  }

  private static void requirePositive(String name, Duration value) {
    if (!value.isPositive()) {
      throw new IllegalArgumentException(name + " timeout must be positive, not " + value);
    }
  }
}
