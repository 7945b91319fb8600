package jigsaw.server.http;

/// What the server needs of one request's head. Texts are kept as offsets from the head's first
/// octet, so that nothing is copied and the octets may move while the head is incomplete. Written
/// by the parsers; belongs to the connection's event loop and is reused for its next request.
final class RequestHead {
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

  /// Where the field section begins.
  int fieldsStart;

  /// Outlasts the request: see there.
  final FieldSection fields = new FieldSection();

  void reset() {
    fault = Fault.NONE;
    method = Method.UNKNOWN;
    http10 = false;
    pathStart = 0;
    pathEnd = 0;
    queryStart = 0;
    queryEnd = 0;
    pathEncoded = false;
    fieldsStart = 0;
  }

  /// Notes the reason of a refusal; what the fields said counts no more.
  ///
  /// @return [Progress#FAULTY]
  int refuse(Fault reason) {
    fault = reason;
    fields.reset();
    return Progress.FAULTY;
  }

  /// Whether the connection may carry another request after this one (RFC 9112 section 9.3). Behind
  /// a CONNECT comes something else than requests.
  boolean persistent() {
    return !fields.close && (fields.keepAlive || !http10) && method != Method.CONNECT;
  }

  boolean hasBody() {
    return fields.chunked || fields.contentLength > 0;
  }
}
