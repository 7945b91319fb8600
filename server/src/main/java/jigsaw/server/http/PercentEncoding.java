package jigsaw.server.http;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/// Decodes `%XX` (RFC 3986 section 2.1) and refuses what hides something: malformed or truncated
/// encodings, control characters, encoded slashes and backslashes, octets that are not UTF-8.
final class PercentEncoding {
  private PercentEncoding() {}

  /// The decoded octets of `bytes[from..end)`; nothing if the encoding is faulty.
  static Optional<byte[]> decode(byte[] bytes, int from, int end) {
    byte[] decoded = new byte[end - from];
    int length = 0;
    int at = from;
    while (at < end) {
      byte octet = bytes[at++];
      if (octet == '%') {
        int value = at + 1 < end ? hexPair(bytes[at], bytes[at + 1]) : -1;
        if (value < Octets.SP || value == 0x7f || value == '/' || value == '\\') {
          return Optional.empty();
        }
        octet = (byte) value;
        at += 2;
      }
      decoded[length++] = octet;
    }
    byte[] result = Arrays.copyOf(decoded, length);
    return isUtf8(result) ? Optional.of(result) : Optional.empty();
  }

  private static int hexPair(byte high, byte low) {
    int upper = Octets.hexValue(high);
    int lower = Octets.hexValue(low);
    return upper < 0 || lower < 0 ? -1 : upper << 4 | lower;
  }

  /// Overlong forms, surrogates and stray octets do not survive the way there and back.
  private static boolean isUtf8(byte[] octets) {
    String text = new String(octets, StandardCharsets.UTF_8);
    return Arrays.equals(text.getBytes(StandardCharsets.UTF_8), octets);
  }
}
