package jigsaw.server.http;

/// The syntax of a Host value and of a target's authority: a registered name, IPv4 address or
/// bracketed IPv6 address, and perhaps a port (RFC 9110 section 7.2, RFC 3986 section 3.2). User
/// information is refused (RFC 9110 section 4.2.4).
final class Authority {
  private static final int MAX_PORT_DIGITS = 5;
  private static final int MAX_PORT = 65_535;

  private Authority() {}

  static boolean isValid(byte[] bytes, int from, int end) {
    if (from == end) {
      return false;
    }
    int hostEnd =
        bytes[from] == '[' ? bracketedEnd(bytes, from, end) : registeredNameEnd(bytes, from, end);
    return hostEnd > from && isPort(bytes, hostEnd, end);
  }

  private static int registeredNameEnd(byte[] bytes, int from, int end) {
    int at = from;
    while (at < end) {
      if (bytes[at] == '%') {
        if (at + 2 >= end
            || Octets.hexValue(bytes[at + 1]) < 0
            || Octets.hexValue(bytes[at + 2]) < 0) {
          return -1;
        }
        at += 3;
      } else if (Octets.is(Octets.REG_NAME, bytes[at])) {
        at++;
      } else {
        break;
      }
    }
    return at;
  }

  private static int bracketedEnd(byte[] bytes, int from, int end) {
    int close = from + 1;
    while (close < end && bytes[close] != ']') {
      close++;
    }
    return close < end && isIpv6(bytes, from + 1, close) ? close + 1 : -1;
  }

  /// `:` and digits, or nothing; a port above 65,535 exists nowhere.
  private static boolean isPort(byte[] bytes, int from, int end) {
    if (from == end) {
      return true;
    }
    if (bytes[from] != ':' || end - from > MAX_PORT_DIGITS + 1) {
      return false;
    }
    int port = 0;
    for (int at = from + 1; at < end; at++) {
      if (!Octets.isDigit(bytes[at])) {
        return false;
      }
      port = port * 10 + bytes[at] - '0';
    }
    return port <= MAX_PORT;
  }

  /// Eight groups of 16 bits, or fewer with one `::`; the last two may be an IPv4 address.
  private static boolean isIpv6(byte[] bytes, int from, int end) {
    int groups = 0;
    boolean compressed = false;
    int at = from;
    if (end - at >= 2 && bytes[at] == ':' && bytes[at + 1] == ':') {
      compressed = true;
      at += 2;
    }
    while (at < end) {
      int groupEnd = at;
      while (groupEnd < end && Octets.hexValue(bytes[groupEnd]) >= 0) {
        groupEnd++;
      }
      if (groupEnd < end && bytes[groupEnd] == '.') {
        return isIpv4(bytes, at, end) && isComplete(groups + 2, compressed);
      }
      if (groupEnd == at || groupEnd - at > 4) {
        return false;
      }
      groups++;
      at = groupEnd;
      if (at == end) {
        break;
      }
      if (bytes[at] != ':' || at + 1 == end) {
        return false;
      }
      at++;
      if (bytes[at] == ':') {
        if (compressed) {
          return false;
        }
        compressed = true;
        at++;
      }
    }
    return isComplete(groups, compressed);
  }

  private static boolean isComplete(int groups, boolean compressed) {
    return compressed ? groups < 8 : groups == 8;
  }

  private static boolean isIpv4(byte[] bytes, int from, int end) {
    int at = from;
    for (int part = 0; part < 4; part++) {
      if (part > 0 && (at == end || bytes[at++] != '.')) {
        return false;
      }
      int value = 0;
      int digits = 0;
      while (at < end && Octets.isDigit(bytes[at]) && digits < 4) {
        value = value * 10 + bytes[at++] - '0';
        digits++;
      }
      if (digits == 0 || digits > 3 || value > 255) {
        return false;
      }
    }
    return at == end;
  }
}
