package jigsaw.server.http;

/// Reads the requests of one connection, head and body, one after the other. Pure, as its parts
/// are.
final class RequestReader {
  private final Request request;
  private final HeadParser parser;
  private final RequestBody body;
  private boolean inBody;
  private boolean complete;
  private boolean continueExpected;

  RequestReader(Request request) {
    this.request = request;
    parser = new HeadParser(request.head);
    body = new RequestBody(request.head);
  }

  /// Whether the request is read to its end, or refused; then call [#reset] before the next one.
  boolean complete() {
    return complete;
  }

  /// Whether the head is read and octets of the body are missing.
  boolean inBody() {
    return inBody;
  }

  /// Whether the last [#read] came to a body that the client keeps back until it is asked for.
  boolean continueExpected() {
    return continueExpected;
  }

  void reset() {
    parser.reset();
    inBody = false;
    complete = false;
  }

  /// Reads on in `bytes[at..end)`; an incomplete line must be given again, with more behind it.
  ///
  /// @return the position behind what was read
  int read(byte[] bytes, int at, int end) {
    continueExpected = false;
    if (inBody) {
      return body(bytes, at, end);
    }
    int headEnd = parser.parse(bytes, at, end);
    if (headEnd < 0) {
      complete = headEnd == Progress.FAULTY;
      return at;
    }
    request.set(bytes, at);
    complete = !request.head.hasBody() || !body.begin();
    return complete ? headEnd : bodyAfterHead(bytes, at, headEnd, end);
  }

  private int bodyAfterHead(byte[] bytes, int at, int headEnd, int end) {
    int next = body(bytes, headEnd, end);
    if (!complete) {
      inBody = true;
      continueExpected = request.head.fields.expectContinue && headEnd == end;
      request.keep(bytes, at, headEnd);
    }
    return next;
  }

  private int body(byte[] bytes, int at, int end) {
    int next = body.read(bytes, at, end);
    complete = next == Progress.FAULTY || body.finished();
    return Math.max(at, next);
  }
}
