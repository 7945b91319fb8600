package jigsaw.server.http;

import java.nio.charset.StandardCharsets;

/// Parses a request line: method, one space, target, one space, version, CRLF (RFC 9112 section 3).
final class RequestLine {
  /// A version with its line end; `d` stands for a digit.
  private static final byte[] VERSION = "HTTP/d.d\r\n".getBytes(StandardCharsets.US_ASCII);

  private static final int MAJOR = 5;
  private static final int MINOR = 7;

  private RequestLine() {}

  /// Parses the line that begins at `from` into `head`, whose first octet is at `start`.
  ///
  /// @return the position behind the line, [Progress#MORE] or [Progress#FAULTY]
  static int parse(byte[] bytes, int start, int from, int end, RequestHead head) {
    int methodEnd = Octets.skip(Octets.TOKEN, bytes, from, end);
    if (methodEnd == end) {
      return more(from, end, head);
    }
    int target = methodEnd + 1;
    int targetEnd = Octets.skip(Octets.VISIBLE, bytes, target, end);
    if (methodEnd == from || bytes[methodEnd] != Octets.SP) {
      return head.refuse(Fault.MALFORMED_REQUEST_LINE);
    }
    if (targetEnd == end) {
      return more(from, end, head);
    }
    if (targetEnd == target || bytes[targetEnd] != Octets.SP) {
      return head.refuse(Fault.MALFORMED_REQUEST_LINE);
    }
    int version = targetEnd + 1;
    int checked = version(bytes, version, end, head);
    if (checked == Progress.MORE) {
      return more(from, end, head);
    }
    if (checked == Progress.FAULTY) {
      return checked;
    }
    if (checked - VERSION.length + MINOR + 1 - from > HeadParser.MAX_REQUEST_LINE_BYTES) {
      return head.refuse(Fault.REQUEST_LINE_TOO_LONG);
    }
    head.method = Method.of(bytes, from, methodEnd);
    return RequestTarget.parse(bytes, start, target, targetEnd, head)
        ? checked
        : head.refuse(Fault.MALFORMED_TARGET);
  }

  /// Anything of the form `HTTP/d.d` that is not 1.x is answered with 505, anything else with 400;
  /// 1.2 and above is treated as 1.1 (RFC 9110 section 2.5).
  private static int version(byte[] bytes, int from, int end, RequestHead head) {
    int present = Math.min(VERSION.length, end - from);
    for (int i = 0; i < present; i++) {
      byte octet = bytes[from + i];
      boolean expected = VERSION[i] == 'd' ? Octets.isDigit(octet) : octet == VERSION[i];
      if (!expected) {
        return head.refuse(Fault.MALFORMED_REQUEST_LINE);
      }
    }
    if (present < VERSION.length) {
      return Progress.MORE;
    }
    if (bytes[from + MAJOR] != '1') {
      return head.refuse(Fault.UNKNOWN_VERSION);
    }
    head.http10 = bytes[from + MINOR] == '0';
    return from + VERSION.length;
  }

  private static int more(int from, int end, RequestHead head) {
    return end - from > HeadParser.MAX_REQUEST_LINE_BYTES + 1
        ? head.refuse(Fault.REQUEST_LINE_TOO_LONG)
        : Progress.MORE;
  }
}
