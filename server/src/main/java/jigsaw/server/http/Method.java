package jigsaw.server.http;

/// The request methods of RFC 9110 and RFC 5789; anything else is [#UNKNOWN].
enum Method {
  GET,
  HEAD,
  OPTIONS,
  POST,
  PUT,
  DELETE,
  PATCH,
  TRACE,
  CONNECT,
  UNKNOWN;

  private static final Method[] KNOWN = {
    GET, HEAD, OPTIONS, POST, PUT, DELETE, PATCH, TRACE, CONNECT
  };

  /// The method whose name is `bytes[from..end)`; names are case-sensitive (RFC 9110 section 9.1).
  static Method of(byte[] bytes, int from, int end) {
    for (Method method : KNOWN) {
      if (method.isAt(bytes, from, end)) {
        return method;
      }
    }
    return UNKNOWN;
  }

  private boolean isAt(byte[] bytes, int from, int end) {
    String name = name();
    if (end - from != name.length()) {
      return false;
    }
    for (int i = 0; i < name.length(); i++) {
      if (bytes[from + i] != name.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
