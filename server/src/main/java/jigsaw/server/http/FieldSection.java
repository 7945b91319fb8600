package jigsaw.server.http;

import java.util.Arrays;

/// What the server needs of the field section of one request, and the octets that said so. Texts
/// are kept as offsets from the section's first octet.
///
/// A client sends the same section again and again on one connection, while paths differ. The same
/// octets say the same, so such a section need not be parsed, only compared: what it says still
/// stands here. Belongs to the connection's event loop.
final class FieldSection {
  /// [#contentLength] of a request without Content-Length.
  static final long NO_LENGTH = -1;

  private static final int MAX_IF_NONE_MATCH_LINES = 8;

  /// A longer section is parsed each time, so that many idle connections do not take much memory.
  private static final int MAX_REMEMBERED_BYTES = 2_048;

  /// After so many others in a row the next one will be another one as well: then to remember it is
  /// lost work.
  private static final int MAX_MISSES = 8;

  private static final byte[] NONE = {};

  int hostCount;
  long contentLength = NO_LENGTH;
  boolean chunked;
  boolean close;
  boolean keepAlive;
  boolean expectContinue;

  final AcceptedCodings codings = new AcceptedCodings();

  /// Bounds of the If-None-Match values, line after line: start, end, start, end …
  final int[] ifNoneMatch = new int[2 * MAX_IF_NONE_MATCH_LINES];

  int ifNoneMatchBounds;

  /// Where the value of X-Request-Id stands; empty if there is none, or more than one.
  int requestIdStart;

  int requestIdEnd;

  /// Where the last value of X-Forwarded-For stands.
  int forwardedForStart;

  int forwardedForEnd;

  private byte[] octets = NONE;
  private int length;
  private int misses;

  /// Forgets everything.
  void reset() {
    hostCount = 0;
    contentLength = NO_LENGTH;
    chunked = false;
    close = false;
    keepAlive = false;
    expectContinue = false;
    codings.reset();
    ifNoneMatchBounds = 0;
    requestIdStart = 0;
    requestIdEnd = 0;
    forwardedForStart = 0;
    forwardedForEnd = 0;
    length = 0;
  }

  /// How many octets [#remember] was given; 0 if none, or if they are forgotten.
  int length() {
    return length;
  }

  /// Whether `bytes[from..end)` begins with the section that is remembered: then everything here is
  /// true of it, and it ends after [#length] octets.
  boolean isAt(byte[] bytes, int from, int end) {
    return length > 0
        && end - from >= length
        && Arrays.equals(octets, 0, length, bytes, from, from + length);
  }

  /// Keeps `bytes[from..end)`, a whole section with the empty line at its end, of which everything
  /// here is true.
  void remember(byte[] bytes, int from, int end) {
    int size = end - from;
    if (misses > MAX_MISSES || size > MAX_REMEMBERED_BYTES) {
      return;
    }
    misses++;
    if (octets.length < size) {
      octets = new byte[size];
    }
    System.arraycopy(bytes, from, octets, 0, size);
    length = size;
  }

  /// Notes that it was worth while to remember.
  void used() {
    misses = 0;
  }

  /// Of two different ids neither can be trusted.
  void setRequestId(int start, int end) {
    requestIdEnd = requestIdStart == 0 ? end : start;
    requestIdStart = start;
  }

  /// What the nearest proxy has added stands at the end of the last line.
  void setForwardedFor(int start, int end) {
    forwardedForStart = start;
    forwardedForEnd = end;
  }

  /// Lines beyond the room for them are left out: then the client gets a full answer, which is
  /// always right.
  void addIfNoneMatch(int start, int end) {
    if (ifNoneMatchBounds < ifNoneMatch.length) {
      ifNoneMatch[ifNoneMatchBounds++] = start;
      ifNoneMatch[ifNoneMatchBounds++] = end;
    }
  }
}
