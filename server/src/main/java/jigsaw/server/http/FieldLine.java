package jigsaw.server.http;

/// Finds name and value of one field line: name, colon, optional blanks, value, optional blanks,
/// CRLF (RFC 9112 section 5). No blank before the colon, no continuation lines, no control
/// characters, no lone CR or LF.
final class FieldLine {
  int nameStart;
  int nameEnd;
  int valueStart;
  int valueEnd;

  /// Scans the line that begins at `from`.
  ///
  /// @return the position behind the line, [Progress#MORE] or [Progress#FAULTY]
  int scan(byte[] bytes, int from, int end) {
    int colon = Octets.skip(Octets.TOKEN, bytes, from, end);
    if (colon == end) {
      return Progress.MORE;
    }
    if (colon == from || bytes[colon] != ':') {
      return Progress.FAULTY;
    }
    int value = colon + 1;
    while (value < end && Octets.isBlank(bytes[value])) {
      value++;
    }
    int lineEnd = Octets.skipValue(bytes, value, end);
    if (lineEnd < end && bytes[lineEnd] != Octets.CR) {
      return Progress.FAULTY;
    }
    if (lineEnd + 1 >= end) {
      return Progress.MORE;
    }
    if (bytes[lineEnd + 1] != Octets.LF) {
      return Progress.FAULTY;
    }
    nameStart = from;
    nameEnd = colon;
    valueStart = value;
    valueEnd = lineEnd;
    while (valueEnd > valueStart && Octets.isBlank(bytes[valueEnd - 1])) {
      valueEnd--;
    }
    return lineEnd + 2;
  }
}
