package jigsaw.etl.csv;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Some consecutive lines in the buffer of a [LineReader], with what scanning told about each.
final class LineBatch {
  static final int MAX_LINES = 256;

  static final int ODD_QUOTES = 1;
  static final int NON_ASCII = 1 << 1;
  static final int NUL = 1 << 2;
  static final int LONE_CR = 1 << 3;
  static final int TOO_LONG = 1 << 4;

  private static final char REPLACEMENT = '\uFFFD';

  private final byte[] buffer;
  private final int[] starts = new int[MAX_LINES];
  private final int[] ends = new int[MAX_LINES];
  private final int[] traits = new int[MAX_LINES];
  private int count;
  private long firstLine;

  LineBatch(byte[] buffer) {
    this.buffer = buffer;
  }

  void clear(long firstLineNumber) {
    count = 0;
    firstLine = firstLineNumber;
  }

  void add(int start, int end, int lineTraits) {
    starts[count] = start;
    ends[count] = end;
    traits[count] = lineTraits;
    count++;
  }

  int count() {
    return count;
  }

  boolean isFull() {
    return count == MAX_LINES;
  }

  long lineNumber(int line) {
    return firstLine + line;
  }

  boolean isEmpty(int line) {
    return starts[line] == ends[line];
  }

  /// Whether a carriage return is left in front of the line end.
  boolean endsWithReturn(int line) {
    return !isEmpty(line) && buffer[ends[line] - 1] == '\r';
  }

  boolean has(int line, int trait) {
    return (traits[line] & trait) != 0;
  }

  /// Whether the line may be parsed together with its neighbours.
  boolean isPlain(int line) {
    return (traits[line] & ~NON_ASCII) == 0 && !isEmpty(line);
  }

  /// The lines from `from` to before `to` with their line ends, or empty if they are not UTF-8.
  Optional<String> text(int from, int to) {
    int start = starts[from];
    int length = ends[to - 1] - start;
    int all = 0;
    for (int line = from; line < to; line++) {
      all |= traits[line];
    }
    if ((all & NON_ASCII) == 0) {
      return Optional.of(new String(buffer, start, length, StandardCharsets.ISO_8859_1));
    }
    String text = new String(buffer, start, length, StandardCharsets.UTF_8);
    // Malformed bytes become U+FFFD; only then is the strict and slower decoder needed.
    return text.indexOf(REPLACEMENT) < 0 ? Optional.of(text) : strictText(start, length);
  }

  /// The line without its line end, whatever its bytes.
  String raw(int line) {
    return new String(buffer, starts[line], ends[line] - starts[line], StandardCharsets.UTF_8);
  }

  private Optional<String> strictText(int start, int length) {
    try {
      return Optional.of(
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(buffer, start, length))
              .toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }
}
