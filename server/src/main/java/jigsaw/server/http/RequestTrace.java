package jigsaw.server.http;

import java.nio.charset.StandardCharsets;

/// What the access log needs of a request, copied while the request's octets are still there.
final class RequestTrace {
  /// More of a target is not kept: a full queue of entries must fit in a small heap.
  static final int MAX_TARGET_BYTES = 512;

  static final int MAX_ID_BYTES = 128;

  /// Of a chain of proxies the last ones count.
  static final int MAX_FORWARDED_BYTES = 256;

  /// That of a request that nothing is noted of.
  static final RequestTrace NONE = new RequestTrace("", "-", "-", "-", "");

  private static final String UNREADABLE = "-";

  final String id;
  final String method;
  final String target;
  final String protocol;

  /// The end of X-Forwarded-For from a trusted proxy; empty if there is none.
  final String forwardedFor;

  private RequestTrace(
      String id, String method, String target, String protocol, String forwardedFor) {
    this.id = id;
    this.method = method;
    this.target = target;
    this.protocol = protocol;
    this.forwardedFor = forwardedFor;
  }

  /// The trace of `request` under its own id, or under `otherId` if it has none that is fit for a
  /// log: visible ASCII without quotation marks and backslashes, no longer than [#MAX_ID_BYTES]. Of
  /// a faulty request no octet is taken: its offsets may mean nothing.
  ///
  /// @param proxied whether X-Forwarded-For is believed
  static RequestTrace of(Request request, String otherId, boolean proxied) {
    RequestHead head = request.head;
    if (head.fault != Fault.NONE) {
      return new RequestTrace(otherId, UNREADABLE, UNREADABLE, UNREADABLE, "");
    }
    return new RequestTrace(
        id(request, otherId),
        head.method == Method.UNKNOWN ? UNREADABLE : head.method.name(),
        target(request),
        head.http10 ? "HTTP/1.0" : "HTTP/1.1",
        proxied ? forwardedFor(request) : "");
  }

  /// `connection`, some header lines, with the id in one more line.
  byte[] announced(byte[] connection) {
    byte[] line = ("X-Request-Id: " + id + "\r\n").getBytes(StandardCharsets.US_ASCII);
    byte[] lines = new byte[connection.length + line.length];
    System.arraycopy(connection, 0, lines, 0, connection.length);
    System.arraycopy(line, 0, lines, connection.length, line.length);
    return lines;
  }

  private static String id(Request request, String otherId) {
    FieldSection fields = request.head.fields;
    int length = fields.requestIdEnd - fields.requestIdStart;
    if (length <= 0 || length > MAX_ID_BYTES) {
      return otherId;
    }
    String id = request.fieldText(fields.requestIdStart, fields.requestIdEnd);
    for (int i = 0; i < length; i++) {
      char octet = id.charAt(i);
      if (octet <= ' ' || octet > '~' || octet == '"' || octet == '\\') {
        return otherId;
      }
    }
    return id;
  }

  private static String forwardedFor(Request request) {
    int end = request.head.fields.forwardedForEnd;
    int start = Math.max(request.head.fields.forwardedForStart, end - MAX_FORWARDED_BYTES);
    return start == end ? "" : request.fieldText(start, end);
  }

  private static String target(Request request) {
    RequestHead head = request.head;
    if (head.pathStart == head.pathEnd) {
      return "*";
    }
    int end = Math.max(head.pathEnd, head.queryEnd);
    int kept = Math.min(end, head.pathStart + MAX_TARGET_BYTES);
    String target = request.text(head.pathStart, kept);
    return kept < end ? target + "..." : target;
  }
}
