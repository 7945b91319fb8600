package jigsaw.server.http;

import java.util.Arrays;

/// Compares an If-None-Match value with an entity tag (RFC 9110 section 13.1.2).
final class EntityTags {
  private EntityTags() {}

  /// Whether the value `bytes[from..end)` is `*` or a list with `entityTag`, compared weakly. A
  /// malformed value matches nothing: the client then gets the whole answer.
  static boolean match(byte[] bytes, int from, int end, byte[] entityTag) {
    if (end - from == 1 && bytes[from] == '*') {
      return true;
    }
    boolean found = false;
    int at = from;
    while (at < end) {
      if (bytes[at] == ',' || Octets.isBlank(bytes[at])) {
        at++;
        continue;
      }
      int tag = bytes[at] == 'W' && at + 1 < end && bytes[at + 1] == '/' ? at + 2 : at;
      int tagEnd = tagEnd(bytes, tag, end);
      if (tagEnd < 0 || !isFollowedByComma(bytes, tagEnd, end)) {
        return false;
      }
      found |= Arrays.equals(bytes, tag, tagEnd, entityTag, 0, entityTag.length);
      at = tagEnd;
    }
    return found;
  }

  /// The position behind the closing quote of the opaque tag at `from`; -1 if there is none.
  private static int tagEnd(byte[] bytes, int from, int end) {
    if (from == end || bytes[from] != '"') {
      return -1;
    }
    int at = from + 1;
    while (at < end && bytes[at] != '"') {
      if (Octets.isBlank(bytes[at])) {
        return -1;
      }
      at++;
    }
    return at < end ? at + 1 : -1;
  }

  private static boolean isFollowedByComma(byte[] bytes, int from, int end) {
    int at = from;
    while (at < end && Octets.isBlank(bytes[at])) {
      at++;
    }
    return at == end || bytes[at] == ',';
  }
}
