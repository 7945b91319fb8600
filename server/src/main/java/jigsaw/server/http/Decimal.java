package jigsaw.server.http;

/// Reads whole numbers from octets.
final class Decimal {
  /// No number: empty, or something else than digits.
  static final long INVALID = -1;

  private Decimal() {}

  /// The number in `bytes[from..end)`, [Long#MAX_VALUE] if it is larger than that, or [#INVALID].
  static long parse(byte[] bytes, int from, int end) {
    long number = from == end ? INVALID : 0;
    for (int at = from; at < end; at++) {
      if (!Octets.isDigit(bytes[at])) {
        return INVALID;
      }
      int digit = bytes[at] - '0';
      number = number > (Long.MAX_VALUE - digit) / 10 ? Long.MAX_VALUE : number * 10 + digit;
    }
    return number;
  }
}
