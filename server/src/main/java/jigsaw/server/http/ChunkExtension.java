package jigsaw.server.http;

/// The end of a chunk-size line: extensions `;name`, `;name=token` or `;name="text"`, then CRLF
/// (RFC 9112 section 7.1.1). Extensions are checked and ignored. The blanks that the grammar calls
/// bad are refused.
final class ChunkExtension {
  private ChunkExtension() {}

  /// Checks the line from behind its size.
  ///
  /// @return the position behind the line, [Progress#MORE] or [Progress#FAULTY]
  static int lineEnd(byte[] bytes, int from, int end) {
    int at = from;
    while (at < end && bytes[at] == ';') {
      int name = at + 1;
      at = Octets.skip(Octets.TOKEN, bytes, name, end);
      if (at == name && at < end) {
        return Progress.FAULTY;
      }
      if (at < end && bytes[at] == '=') {
        at = value(bytes, at + 1, end);
        if (at < 0) {
          return at;
        }
      }
    }
    if (at >= end) {
      return Progress.MORE;
    }
    if (bytes[at] != Octets.CR) {
      return Progress.FAULTY;
    }
    if (at + 1 == end) {
      return Progress.MORE;
    }
    return bytes[at + 1] == Octets.LF ? at + 2 : Progress.FAULTY;
  }

  private static int value(byte[] bytes, int from, int end) {
    if (from == end) {
      return Progress.MORE;
    }
    if (bytes[from] == '"') {
      return quoted(bytes, from + 1, end);
    }
    int at = Octets.skip(Octets.TOKEN, bytes, from, end);
    return at == from ? Progress.FAULTY : at;
  }

  /// `from` is behind the opening quote; the result is behind the closing one.
  private static int quoted(byte[] bytes, int from, int end) {
    int at = from;
    while (at < end) {
      if (!Octets.is(Octets.VALUE, bytes[at])) {
        return Progress.FAULTY;
      }
      if (bytes[at] == '"') {
        return at + 1;
      }
      if (bytes[at] == '\\') {
        at++;
        if (at < end && !Octets.is(Octets.VALUE, bytes[at])) {
          return Progress.FAULTY;
        }
      }
      at++;
    }
    return Progress.MORE;
  }
}
