package jigsaw.server.http;

/// Reads a chunked body and drops it (RFC 9112 section 7.1). Lines are read whole, so that the
/// caller keeps the octets of an unfinished one.
final class ChunkedBody {
  private static final int MAX_SIZE_DIGITS = 8;
  private static final int MAX_LINE_BYTES = 256;
  private static final int MAX_OVERHEAD_BYTES = 65_536;

  private static final int SIZE = 0;
  private static final int DATA = 1;
  private static final int DATA_END = 2;
  private static final int TRAILERS = 3;
  private static final int FINISHED = 4;

  private final RequestHead head;
  private final FieldLine trailer = new FieldLine();

  private int stage = SIZE;
  private int dataBytes;
  private int overheadBytes;
  private int trailerCount;
  private int remaining;

  ChunkedBody(RequestHead head) {
    this.head = head;
  }

  void reset() {
    stage = SIZE;
    dataBytes = 0;
    overheadBytes = 0;
    trailerCount = 0;
  }

  boolean finished() {
    return stage == FINISHED;
  }

  /// Reads on in `bytes[from..end)`.
  ///
  /// @return the position behind what was read, or [Progress#FAULTY]
  int read(byte[] bytes, int from, int end) {
    int at = from;
    while (at < end && stage != FINISHED) {
      int next =
          switch (stage) {
            case SIZE -> sizeLine(bytes, at, end);
            case DATA -> data(at, end);
            case DATA_END -> dataEnd(bytes, at, end);
            default -> trailerLine(bytes, at, end);
          };
      if (next == Progress.MORE) {
        return at;
      }
      if (next == Progress.FAULTY) {
        return next;
      }
      overheadBytes += stage == DATA_END ? 0 : next - at;
      at = next;
      if (overheadBytes > MAX_OVERHEAD_BYTES) {
        return head.refuse(Fault.BODY_TOO_LARGE);
      }
    }
    return at;
  }

  private int sizeLine(byte[] bytes, int from, int end) {
    int size = 0;
    int at = from;
    while (at < end && Octets.hexValue(bytes[at]) >= 0) {
      if (at - from == MAX_SIZE_DIGITS) {
        return head.refuse(Fault.BODY_TOO_LARGE);
      }
      size = Math.min(size, RequestBody.MAX_BYTES + 1) << 4 | Octets.hexValue(bytes[at++]);
    }
    if (at == end) {
      return Progress.MORE;
    }
    if (at == from) {
      return head.refuse(Fault.MALFORMED_CHUNK);
    }
    int next = ChunkExtension.lineEnd(bytes, at, end);
    if (next == Progress.FAULTY) {
      return head.refuse(Fault.MALFORMED_CHUNK);
    }
    if (next == Progress.MORE) {
      return end - from > MAX_LINE_BYTES ? head.refuse(Fault.BODY_TOO_LARGE) : Progress.MORE;
    }
    dataBytes += size;
    if (dataBytes > RequestBody.MAX_BYTES || next - from > MAX_LINE_BYTES) {
      return head.refuse(Fault.BODY_TOO_LARGE);
    }
    remaining = size;
    stage = size == 0 ? TRAILERS : DATA;
    return next;
  }

  private int data(int from, int end) {
    int taken = Math.min(remaining, end - from);
    remaining -= taken;
    stage = remaining == 0 ? DATA_END : DATA;
    return from + taken;
  }

  private int dataEnd(byte[] bytes, int from, int end) {
    int next = crLf(bytes, from, end);
    stage = next >= 0 ? SIZE : stage;
    return next;
  }

  /// A trailer field, which must be well-formed and is dropped, or the empty line that ends all.
  private int trailerLine(byte[] bytes, int from, int end) {
    if (bytes[from] == Octets.CR) {
      int next = crLf(bytes, from, end);
      stage = next >= 0 ? FINISHED : stage;
      return next;
    }
    int next = trailer.scan(bytes, from, end);
    if (next == Progress.FAULTY) {
      return head.refuse(Fault.MALFORMED_FIELD);
    }
    boolean tooLarge = end - from > HeadParser.MAX_FIELD_BYTES && next == Progress.MORE;
    return tooLarge || (next >= 0 && ++trailerCount > HeadParser.MAX_FIELDS)
        ? head.refuse(Fault.FIELDS_TOO_LARGE)
        : next;
  }

  private int crLf(byte[] bytes, int from, int end) {
    boolean wrong = bytes[from] != Octets.CR || (from + 1 < end && bytes[from + 1] != Octets.LF);
    if (wrong) {
      return head.refuse(Fault.MALFORMED_CHUNK);
    }
    return from + 1 < end ? from + 2 : Progress.MORE;
  }
}
