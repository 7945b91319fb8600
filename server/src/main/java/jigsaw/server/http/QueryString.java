package jigsaw.server.http;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/// Looks up parameters in the query of one request: `name=value` pairs joined by `&`. Only the
/// parameter that is asked for must be well-formed; all others are ignored.
final class QueryString {
  /// The parameter is not there.
  static final long ABSENT = -2;

  private byte[] bytes = {};
  private int start;
  private int end;
  private int valueStart;
  private int valueEnd;

  void set(byte[] source, int from, int to) {
    bytes = source;
    start = from;
    end = to;
  }

  /// The parameter as a whole number: [#ABSENT], [Decimal#INVALID] if it is anything but digits or
  /// stands there twice, [Long#MAX_VALUE] if it is larger than that.
  long number(String name) {
    int count = find(name);
    if (count == 0) {
      return ABSENT;
    }
    if (count > 1) {
      return Decimal.INVALID;
    }
    if (!isEncoded(valueStart, valueEnd)) {
      return Decimal.parse(bytes, valueStart, valueEnd);
    }
    return PercentEncoding.decode(bytes, valueStart, valueEnd)
        .map(decoded -> Decimal.parse(decoded, 0, decoded.length))
        .orElse(Decimal.INVALID);
  }

  /// The decoded parameter; an empty text if it is badly encoded or stands there twice.
  Optional<String> text(String name) {
    int count = find(name);
    if (count == 0) {
      return Optional.empty();
    }
    return PercentEncoding.decode(bytes, valueStart, valueEnd)
        .filter(decoded -> count == 1)
        .map(decoded -> new String(decoded, StandardCharsets.UTF_8))
        .or(() -> Optional.of(""));
  }

  /// How often the parameter stands there; the last one's value is then in `valueStart` and
  /// `valueEnd`.
  private int find(String name) {
    int count = 0;
    int at = start;
    while (at < end) {
      int pairEnd = indexOf('&', at, end);
      int nameEnd = indexOf('=', at, pairEnd);
      if (isNamed(name, at, nameEnd)) {
        count++;
        valueStart = Math.min(nameEnd + 1, pairEnd);
        valueEnd = pairEnd;
      }
      at = pairEnd + 1;
    }
    return count;
  }

  private boolean isNamed(String name, int from, int to) {
    if (isEncoded(from, to)) {
      return PercentEncoding.decode(bytes, from, to)
          .filter(decoded -> Arrays.equals(decoded, name.getBytes(StandardCharsets.UTF_8)))
          .isPresent();
    }
    if (to - from != name.length()) {
      return false;
    }
    for (int i = 0; i < name.length(); i++) {
      if (bytes[from + i] != name.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private boolean isEncoded(int from, int to) {
    return indexOf('%', from, to) < to;
  }

  private int indexOf(char octet, int from, int to) {
    int at = from;
    while (at < to && bytes[at] != octet) {
      at++;
    }
    return at;
  }
}
