package jigsaw.catalog;

/// The stored form of a finished answer: JSON as it is, or the same JSON as one gzip member (RFC
/// 1952). The first byte tells which: gzip begins with 0x1f, JSON never does. The ETL chooses per
/// table; readers take both.
public final class Document {
  private static final int GZIP_FIRST = 0x1f;
  private static final int GZIP_SECOND = 0x8b;
  private static final int GZIP_MIN_BYTES = 20;

  private Document() {}

  /// Whether `stored` is the gzip form; its last four bytes then are the length of the JSON.
  public static boolean isGzip(byte[] stored) {
    return stored.length >= GZIP_MIN_BYTES
        && (stored[0] & 0xff) == GZIP_FIRST
        && (stored[1] & 0xff) == GZIP_SECOND;
  }

  /// Whether `stored` is the JSON form: an object or an array.
  public static boolean isJson(byte[] stored) {
    return stored.length > 0 && (stored[0] == '{' || stored[0] == '[');
  }

  /// The length in bytes of the JSON in a gzip document (ISIZE, RFC 1952 section 2.3.1).
  ///
  /// @throws IllegalArgumentException if `stored` is not the gzip form
  public static int jsonLength(byte[] stored) {
    if (!isGzip(stored)) {
      throw new IllegalArgumentException("not a gzip document of " + stored.length + " bytes");
    }
    int end = stored.length;
    return (stored[end - 4] & 0xff)
        | (stored[end - 3] & 0xff) << 8
        | (stored[end - 2] & 0xff) << 16
        | (stored[end - 1] & 0xff) << 24;
  }

  /// Whether `stored` is the gzip form and claims a length that no JSON here has: it is damaged.
  public static boolean claimsImpossibleLength(byte[] stored) {
    return isGzip(stored)
        && (jsonLength(stored) < 0 || jsonLength(stored) > GzipDecoder.MAX_CONTENT_BYTES);
  }
}
