package jigsaw.server.http;

/// Decides from the Accept-Encoding lines of one request whether gzip may be sent and is liked at
/// least as well as no coding (RFC 9110 section 12.5.3). A malformed field counts as absent, and
/// without the field nothing is compressed: both are safe for every client.
final class AcceptedCodings {
  private static final int UNSET = -1;
  private static final int MALFORMED = -2;
  private static final int FULL_WEIGHT = 1000;

  private int gzipWeight;
  private int identityWeight;
  private int anyWeight;
  private boolean malformed;

  AcceptedCodings() {
    reset();
  }

  void reset() {
    gzipWeight = UNSET;
    identityWeight = UNSET;
    anyWeight = UNSET;
    malformed = false;
  }

  boolean gzip() {
    int gzip = gzipWeight != UNSET ? gzipWeight : anyWeight;
    return !malformed && gzip > 0 && gzip >= identityWeight;
  }

  /// Takes the value of one Accept-Encoding line.
  void add(byte[] bytes, int from, int end) {
    int at = from;
    while (at < end && !malformed) {
      int elementEnd = at;
      while (elementEnd < end && bytes[elementEnd] != ',') {
        elementEnd++;
      }
      element(bytes, at, elementEnd);
      at = elementEnd + 1;
    }
  }

  private void element(byte[] bytes, int from, int end) {
    int name = skipBlanks(bytes, from, end);
    if (name == end) {
      return;
    }
    int nameEnd = Octets.skip(Octets.TOKEN, bytes, name, end);
    int weight = weight(bytes, skipBlanks(bytes, nameEnd, end), end);
    malformed = nameEnd == name || weight == MALFORMED;
    switch (nameEnd - name) {
      case 1 -> anyWeight = bytes[name] == '*' ? weight : anyWeight;
      case 4 -> gzipWeight = isNamed("gzip", bytes, name, nameEnd) ? weight : gzipWeight;
      case 6 -> gzipWeight = isNamed("x-gzip", bytes, name, nameEnd) ? weight : gzipWeight;
      case 8 ->
          identityWeight = isNamed("identity", bytes, name, nameEnd) ? weight : identityWeight;
      default -> {}
    }
  }

  /// The weight in `bytes[from..end)`, such as `;q=0.5`, in thousandths; 1,000 if there is none.
  private static int weight(byte[] bytes, int from, int end) {
    if (from == end) {
      return FULL_WEIGHT;
    }
    if (bytes[from] != ';') {
      return MALFORMED;
    }
    int at = skipBlanks(bytes, from + 1, end);
    boolean named = at + 2 < end && (bytes[at] | 0x20) == 'q' && bytes[at + 1] == '=';
    return named ? quality(bytes, at + 2, end) : MALFORMED;
  }

  /// `0`, `1`, or one of them with a point and up to three digits; no more than 1.
  private static int quality(byte[] bytes, int from, int end) {
    int weight = 0;
    int scale = FULL_WEIGHT;
    int at = from;
    while (at < end && !Octets.isBlank(bytes[at])) {
      boolean point = at == from + 1;
      if (point ? bytes[at] != '.' : !Octets.isDigit(bytes[at]) || scale == 0) {
        return MALFORMED;
      }
      if (!point) {
        weight += (bytes[at] - '0') * scale;
        scale /= 10;
      }
      at++;
    }
    boolean complete = at > from && skipBlanks(bytes, at, end) == end;
    return complete && weight <= FULL_WEIGHT ? weight : MALFORMED;
  }

  private static boolean isNamed(String name, byte[] bytes, int from, int end) {
    return Octets.equalsIgnoreCase(bytes, from, end, name);
  }

  private static int skipBlanks(byte[] bytes, int from, int end) {
    int at = from;
    while (at < end && Octets.isBlank(bytes[at])) {
      at++;
    }
    return at;
  }
}
