package jigsaw.server.http;

/// Reads the body of a request and drops it, so that the next request on the connection is
/// understood. Nothing here has a use for a body, but clients send them.
final class RequestBody {
  static final int MAX_BYTES = 16_384;

  private final RequestHead head;
  private final ChunkedBody chunked;
  private long remaining;

  RequestBody(RequestHead head) {
    this.head = head;
    chunked = new ChunkedBody(head);
  }

  /// Begins with the body that the head announces.
  ///
  /// @return false if it is known to be too large; the fault is then in the head
  boolean begin() {
    chunked.reset();
    remaining = Math.max(0, head.fields.contentLength);
    if (remaining > MAX_BYTES) {
      head.refuse(Fault.BODY_TOO_LARGE);
    }
    return head.fault == Fault.NONE;
  }

  /// Reads on in `bytes[from..end)`.
  ///
  /// @return the position behind what was read, or [Progress#FAULTY]; [#finished] tells whether
  ///   that was all
  int read(byte[] bytes, int from, int end) {
    if (head.fields.chunked) {
      return chunked.read(bytes, from, end);
    }
    int taken = (int) Math.min(remaining, end - from);
    remaining -= taken;
    return from + taken;
  }

  boolean finished() {
    return head.fields.chunked ? chunked.finished() : remaining == 0;
  }
}
