package jigsaw.server.http;

/// Parses a request target (RFC 9112 section 3.2): origin-form, absolute-form with http or https,
/// `*` for OPTIONS, authority-form for CONNECT.
final class RequestTarget {
  private RequestTarget() {}

  /// Notes where path and query of the target `bytes[from..end)` stand, as offsets from `start`.
  ///
  /// @return false if the target is of none of the forms that its method may have
  static boolean parse(byte[] bytes, int start, int from, int end, RequestHead head) {
    if (bytes[from] == '/') {
      return pathAndQuery(bytes, start, from, end, head);
    }
    if (head.method == Method.CONNECT) {
      return Authority.isValid(bytes, from, end);
    }
    if (bytes[from] == '*' && end - from == 1) {
      return head.method == Method.OPTIONS;
    }
    return absoluteForm(bytes, start, from, end, head);
  }

  private static boolean absoluteForm(
      byte[] bytes, int start, int from, int end, RequestHead head) {
    int authority = behind("http://", bytes, from, end);
    if (authority < 0) {
      authority = behind("https://", bytes, from, end);
    }
    if (authority < 0) {
      return false;
    }
    int path = authority;
    while (path < end && bytes[path] != '/' && bytes[path] != '?') {
      path++;
    }
    return Authority.isValid(bytes, authority, path) && pathAndQuery(bytes, start, path, end, head);
  }

  private static int behind(String prefix, byte[] bytes, int from, int end) {
    int to = from + prefix.length();
    return to <= end && Octets.equalsIgnoreCase(bytes, from, to, prefix) ? to : -1;
  }

  private static boolean pathAndQuery(
      byte[] bytes, int start, int from, int end, RequestHead head) {
    int at = from;
    while (at < end && Octets.is(Octets.PATH, bytes[at])) {
      head.pathEncoded |= bytes[at] == '%';
      at++;
    }
    head.pathStart = from - start;
    head.pathEnd = at - start;
    if (at == end) {
      return true;
    }
    head.queryStart = at + 1 - start;
    head.queryEnd = end - start;
    return bytes[at] == '?' && Octets.skip(Octets.QUERY, bytes, at + 1, end) == end;
  }
}
