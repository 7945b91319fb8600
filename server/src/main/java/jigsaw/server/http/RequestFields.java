package jigsaw.server.http;

/// Takes over the few request fields that the server acts on and refuses the ones that make a
/// request's framing or target ambiguous (RFC 9112 sections 3.2 and 6). All others are ignored.
final class RequestFields {
  private RequestFields() {}

  /// Takes one field line of the section that begins at `start` into `head`; most names it knows
  /// differ in length.
  ///
  /// @return false if the line makes the request faulty; the fault is then in `head`
  static boolean accept(byte[] bytes, int start, FieldLine line, RequestHead head) {
    switch (line.nameEnd - line.nameStart) {
      case 4 -> {
        return !isNamed("host", bytes, line) || host(bytes, line, head);
      }
      case 6 -> {
        return !isNamed("expect", bytes, line) || expect(bytes, line, head);
      }
      case 10 -> {
        if (isNamed("connection", bytes, line)) {
          connection(bytes, line, head);
        }
      }
      case 12 -> {
        if (isNamed("x-request-id", bytes, line)) {
          head.fields.setRequestId(line.valueStart - start, line.valueEnd - start);
        }
      }
      case 13 -> {
        if (isNamed("if-none-match", bytes, line)) {
          head.fields.addIfNoneMatch(line.valueStart - start, line.valueEnd - start);
        }
      }
      case 14 -> {
        return !isNamed("content-length", bytes, line) || contentLength(bytes, line, head);
      }
      case 15 -> {
        if (isNamed("accept-encoding", bytes, line)) {
          head.fields.codings.add(bytes, line.valueStart, line.valueEnd);
        } else if (isNamed("x-forwarded-for", bytes, line)) {
          head.fields.setForwardedFor(line.valueStart - start, line.valueEnd - start);
        }
      }
      case 17 -> {
        return !isNamed("transfer-encoding", bytes, line) || transferEncoding(bytes, line, head);
      }
      default -> {}
    }
    return true;
  }

  /// Checks what can only be told when all fields are there.
  ///
  /// @return false if the head as a whole is faulty; the fault is then in `head`
  static boolean complete(RequestHead head) {
    if (head.fields.hostCount == 0 && !head.http10) {
      head.refuse(Fault.MALFORMED_HOST);
    } else if (head.fields.chunked
        && (head.http10 || head.fields.contentLength != FieldSection.NO_LENGTH)) {
      head.refuse(Fault.MALFORMED_FRAMING);
    }
    return head.fault == Fault.NONE;
  }

  private static boolean isNamed(String name, byte[] bytes, FieldLine line) {
    return Octets.equalsIgnoreCase(bytes, line.nameStart, line.nameEnd, name);
  }

  private static boolean host(byte[] bytes, FieldLine line, RequestHead head) {
    if (++head.fields.hostCount > 1 || !Authority.isValid(bytes, line.valueStart, line.valueEnd)) {
      head.refuse(Fault.MALFORMED_HOST);
      return false;
    }
    return true;
  }

  /// Digits only, once; what is too large for a number is too large for the server as well.
  private static boolean contentLength(byte[] bytes, FieldLine line, RequestHead head) {
    long length = 0;
    for (int at = line.valueStart; at < line.valueEnd; at++) {
      if (!Octets.isDigit(bytes[at])) {
        head.refuse(Fault.MALFORMED_FRAMING);
        return false;
      }
      length = Math.min(length * 10 + bytes[at] - '0', Long.MAX_VALUE / 100);
    }
    if (line.valueStart == line.valueEnd || head.fields.contentLength != FieldSection.NO_LENGTH) {
      head.refuse(Fault.MALFORMED_FRAMING);
      return false;
    }
    head.fields.contentLength = length;
    return true;
  }

  /// Only `chunked`, once: any other coding leaves the end of the body in doubt.
  private static boolean transferEncoding(byte[] bytes, FieldLine line, RequestHead head) {
    if (head.fields.chunked
        || !Octets.equalsIgnoreCase(bytes, line.valueStart, line.valueEnd, "chunked")) {
      head.refuse(Fault.MALFORMED_FRAMING);
      return false;
    }
    head.fields.chunked = true;
    return true;
  }

  /// The only expectation there is (RFC 9110 section 10.1.1); HTTP/1.0 knows none.
  private static boolean expect(byte[] bytes, FieldLine line, RequestHead head) {
    if (head.http10) {
      return true;
    }
    head.fields.expectContinue = true;
    if (!Octets.equalsIgnoreCase(bytes, line.valueStart, line.valueEnd, "100-continue")) {
      head.refuse(Fault.UNKNOWN_EXPECTATION);
      return false;
    }
    return true;
  }

  private static void connection(byte[] bytes, FieldLine line, RequestHead head) {
    int from = line.valueStart;
    while (from < line.valueEnd) {
      int end = from;
      while (end < line.valueEnd && bytes[end] != ',') {
        end++;
      }
      option(bytes, from, end, head);
      from = end + 1;
    }
  }

  private static void option(byte[] bytes, int from, int end, RequestHead head) {
    int first = from;
    int last = end;
    while (first < last && Octets.isBlank(bytes[first])) {
      first++;
    }
    while (last > first && Octets.isBlank(bytes[last - 1])) {
      last--;
    }
    head.fields.close |= Octets.equalsIgnoreCase(bytes, first, last, "close");
    head.fields.keepAlive |= Octets.equalsIgnoreCase(bytes, first, last, "keep-alive");
  }
}
