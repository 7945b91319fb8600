package jigsaw.etl.generate;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Writes one file as UTF-8, cell after cell. Texts are quoted, numbers are not. Used by one
/// thread.
///
/// Lines are put together in one large array, because tens of millions of small writes would cost
/// more than everything else.
final class CsvWriter implements AutoCloseable {
  private static final int BUFFER_BYTES = 1 << 20;
  private static final int LONGEST_LINE_BYTES = 1 << 14;
  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

  private final OutputStream out;
  private final Optional<Dirt> dirt;
  private final byte[] buffer = new byte[BUFFER_BYTES];
  private final byte[] digits = new byte[20];
  private int length;
  private int lineStart;
  private long lines;

  /// Takes over `out`; writes the header.
  CsvWriter(OutputStream out, GeneratedFile file, Optional<Dirt> dirt) throws IOException {
    this.out = out;
    this.dirt = dirt;
    if (dirt.map(Dirt::hasByteOrderMark).orElse(false)) {
      append(BYTE_ORDER_MARK);
    }
    append(dirt.map(Dirt::header).orElse(file.header()).getBytes(StandardCharsets.UTF_8));
    lines = length == 0 ? 0 : 1;
    flushIfFull();
  }

  /// Begins a line with the id of its row.
  CsvWriter row(long id) {
    if (lines > 0) {
      buffer[length++] = '\n';
    }
    lines++;
    lineStart = length;
    appendNumber(id);
    return this;
  }

  CsvWriter number(long value) {
    buffer[length++] = ',';
    appendNumber(value);
    return this;
  }

  CsvWriter text(String value) {
    return text(value.replace("\"", "\"\"").getBytes(StandardCharsets.UTF_8), new byte[0]);
  }

  /// One text from two parts, which contain no quotes.
  CsvWriter text(byte[] begin, byte[] end) {
    buffer[length++] = ',';
    buffer[length++] = '"';
    append(begin);
    append(end);
    buffer[length++] = '"';
    return this;
  }

  /// A missing value.
  CsvWriter nothing() {
    append(",null".getBytes(StandardCharsets.US_ASCII));
    return this;
  }

  void endRow() throws IOException {
    if (dirt.isPresent()) {
      // ISO 8859-1 gives every byte a character of its own, so that no byte is changed on the way.
      String clean = new String(buffer, lineStart, length - lineStart, StandardCharsets.ISO_8859_1);
      String line = dirt.get().pass(clean);
      length = lineStart;
      append(line.getBytes(StandardCharsets.ISO_8859_1));
    }
    flushIfFull();
  }

  @Override
  public void close() throws IOException {
    try (out) {
      if (!dirt.map(Dirt::endsAbruptly).orElse(false)) {
        buffer[length++] = '\n';
      }
      out.write(buffer, 0, length);
    }
  }

  private void append(byte[] bytes) {
    System.arraycopy(bytes, 0, buffer, length, bytes.length);
    length += bytes.length;
  }

  private void appendNumber(long value) {
    int at = digits.length;
    long rest = value;
    do {
      digits[--at] = (byte) ('0' + rest % 10);
      rest /= 10;
    } while (rest > 0);
    System.arraycopy(digits, at, buffer, length, digits.length - at);
    length += digits.length - at;
  }

  private void flushIfFull() throws IOException {
    if (length > BUFFER_BYTES - LONGEST_LINE_BYTES) {
      out.write(buffer, 0, length);
      length = 0;
    }
  }
}
