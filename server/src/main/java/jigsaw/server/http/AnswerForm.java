package jigsaw.server.http;

import java.nio.charset.StandardCharsets;

/// In which form an answer goes to its client. One per connection, set before each answer, so that
/// writing one makes no garbage.
final class AnswerForm {
  private static final byte[] NONE = {};
  private static final byte[] CLOSE = "Connection: close\r\n".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] KEEP_ALIVE =
      "Connection: keep-alive\r\n".getBytes(StandardCharsets.US_ASCII);

  /// The answer is 304: the client has the representation.
  boolean notModified;

  /// The request was HEAD.
  boolean headOnly;

  /// Header lines that say what becomes of the connection, each with its CRLF; and the request's
  /// id, if the answer is in the access log.
  byte[] connection = NONE;

  /// The connection of an HTTP/1.0 client stays open only if it is told so.
  void setConnection(boolean last, boolean http10) {
    connection = last ? CLOSE : http10 ? KEEP_ALIVE : NONE;
  }
}
