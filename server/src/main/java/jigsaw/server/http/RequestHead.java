package jigsaw.server.http;

/// What the server needs of one request's head. Texts are kept as offsets from the head's first
/// octet, so that nothing is copied and the octets may move while the head is incomplete. Written
/// by the parsers; belongs to the connection's event loop and is reused for its next request.
final class RequestHead {
  /// [#contentLength] of a request without Content-Length.
  static final long NO_LENGTH = -1;

  private static final int MAX_IF_NONE_MATCH_LINES = 8;

  Fault fault = Fault.NONE;

  Method method = Method.UNKNOWN;
  boolean http10;

  /// Where the path stands; empty for `*` and authority-form.
  int pathStart;

  int pathEnd;

  /// Where the query stands, without its `?`; empty if there is none.
  int queryStart;

  int queryEnd;

  /// Whether the path has a percent-encoding, so that it must be decoded before it is compared.
  boolean pathEncoded;

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

  void reset() {
    fault = Fault.NONE;
    method = Method.UNKNOWN;
    http10 = false;
    pathStart = 0;
    pathEnd = 0;
    queryStart = 0;
    queryEnd = 0;
    pathEncoded = false;
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
  }

  /// Notes the reason of a refusal.
  ///
  /// @return [Progress#FAULTY]
  int refuse(Fault reason) {
    fault = reason;
    return Progress.FAULTY;
  }

  /// Whether the connection may carry another request after this one (RFC 9112 section 9.3). Behind
  /// a CONNECT comes something else than requests.
  boolean persistent() {
    return !close && (keepAlive || !http10) && method != Method.CONNECT;
  }

  boolean hasBody() {
    return chunked || contentLength > 0;
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
