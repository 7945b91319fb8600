package jigsaw.embedded.hostile;

import java.util.Map;

/// How long the server is patient, in seconds: with a request that does not arrive, with a
/// connection that is idle, with a client that takes nothing.
record Limits(int request, int idle, int write) {
  /// The server's own.
  static final Limits DEFAULT = new Limits(10, 75, 30);

  /// So short that nobody waits long for the result.
  static final Limits SHORT = new Limits(3, 5, 4);

  Map<String, String> settings() {
    return Map.of(
        "JIGSAW_REQUEST_TIMEOUT", request + "s",
        "JIGSAW_IDLE_TIMEOUT", idle + "s",
        "JIGSAW_WRITE_TIMEOUT", write + "s");
  }
}
