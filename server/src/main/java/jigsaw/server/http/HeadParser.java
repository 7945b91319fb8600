package jigsaw.server.http;

/// Parses the heads of the requests of one connection, one after the other, more strictly than the
/// grammar asks where leniency is known to hide attacks. Pure: it knows arrays and nothing of
/// Netty.
///
/// It goes line by line and never reads a finished line again: when the input ends inside a line,
/// [#parse] returns [Progress#MORE] and, called with more octets, goes on at that line. A wrong
/// octet is reported as soon as it is there, even if its line is incomplete. A field section that
/// is the last one again is not parsed at all.
///
/// Source: RFC 9112 sections 2.2, 3, 5, 6.
final class HeadParser {
  static final int MAX_REQUEST_LINE_BYTES = 8_192;
  static final int MAX_FIELD_BYTES = 16_384;
  static final int MAX_FIELDS = 100;

  private static final int REQUEST_LINE = 0;
  private static final int FIELDS = 1;

  private final RequestHead head;
  private final FieldLine fieldLine = new FieldLine();

  private int stage = REQUEST_LINE;
  private int line;
  private int fieldCount;
  private boolean emptyLineSkipped;

  HeadParser(RequestHead head) {
    this.head = head;
  }

  /// Forgets the last head, so that a new one can be parsed.
  void reset() {
    stage = REQUEST_LINE;
    line = 0;
    fieldCount = 0;
    emptyLineSkipped = false;
    head.reset();
  }

  /// Parses on in `bytes[start..end)`, where `start` is the head's first octet in this and in every
  /// further call for the same head.
  ///
  /// @return the position behind the empty line that ends the head, [Progress#MORE] or
  ///   [Progress#FAULTY]
  int parse(byte[] bytes, int start, int end) {
    if (stage == REQUEST_LINE) {
      int next = requestLine(bytes, start, end);
      if (next < 0) {
        return next;
      }
      stage = FIELDS;
      line = next - start;
      head.fieldsStart = line;
    }
    return fields(bytes, start, end);
  }

  /// One empty line before the request line is skipped (RFC 9112 section 2.2).
  private int requestLine(byte[] bytes, int start, int end) {
    int at = start + line;
    if (!emptyLineSkipped && at < end && bytes[at] == Octets.CR) {
      if (at + 1 == end) {
        return Progress.MORE;
      }
      if (bytes[at + 1] != Octets.LF) {
        return head.refuse(Fault.MALFORMED_REQUEST_LINE);
      }
      emptyLineSkipped = true;
      line = 2;
      at += 2;
    }
    return RequestLine.parse(bytes, start, at, end, head);
  }

  private int fields(byte[] bytes, int start, int end) {
    int at = start + line;
    if (line == head.fieldsStart) {
      if (isRepeated(bytes, at, end)) {
        head.fields.used();
        return at + head.fields.length();
      }
      head.fields.reset();
    }
    while (at < end && bytes[at] != Octets.CR) {
      int next = fieldLine.scan(bytes, at, end);
      if (next < 0) {
        return next == Progress.MORE ? more(end - start) : head.refuse(Fault.MALFORMED_FIELD);
      }
      line = next - start;
      if (line - head.fieldsStart > MAX_FIELD_BYTES || ++fieldCount > MAX_FIELDS) {
        return head.refuse(Fault.FIELDS_TOO_LARGE);
      }
      if (!RequestFields.accept(bytes, start + head.fieldsStart, fieldLine, head)) {
        return Progress.FAULTY;
      }
      at = next;
    }
    return emptyLine(bytes, start + head.fieldsStart, at, end);
  }

  /// What a section says depends on the version: only HTTP/1.1 ones are remembered.
  private boolean isRepeated(byte[] bytes, int at, int end) {
    return !head.http10 && head.fields.isAt(bytes, at, end);
  }

  private int emptyLine(byte[] bytes, int section, int at, int end) {
    if (at + 1 >= end) {
      return Progress.MORE;
    }
    if (bytes[at + 1] != Octets.LF) {
      return head.refuse(Fault.MALFORMED_FIELD);
    }
    if (!RequestFields.complete(head)) {
      return Progress.FAULTY;
    }
    if (!head.http10) {
      head.fields.remember(bytes, section, at + 2);
    }
    return at + 2;
  }

  private int more(int received) {
    return received - head.fieldsStart > MAX_FIELD_BYTES
        ? head.refuse(Fault.FIELDS_TOO_LARGE)
        : Progress.MORE;
  }
}
