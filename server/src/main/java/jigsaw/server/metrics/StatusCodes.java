package jigsaw.server.metrics;

import java.util.Arrays;

/// The status codes that the server can answer with, as dense indexes.
final class StatusCodes {
  private static final int[] CODES = {
    200, 204, 304, 400, 404, 405, 408, 413, 414, 417, 431, 500, 501, 503, 505
  };
  private static final int FIRST = 100;
  private static final byte[] INDEXES = indexes();

  /// One more than there are codes, for any other.
  static final int COUNT = CODES.length + 1;

  private StatusCodes() {}

  static int index(int status) {
    int place = status - FIRST;
    return place >= 0 && place < INDEXES.length ? INDEXES[place] : CODES.length;
  }

  static String label(int index) {
    return index < CODES.length ? Integer.toString(CODES[index]) : "other";
  }

  private static byte[] indexes() {
    byte[] indexes = new byte[500];
    Arrays.fill(indexes, (byte) CODES.length);
    for (int index = 0; index < CODES.length; index++) {
      indexes[CODES[index] - FIRST] = (byte) index;
    }
    return indexes;
  }
}
