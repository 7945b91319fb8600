package jigsaw.etl.csv;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;

/// Splits a stream of bytes into physical lines and notes what a parser must know about each.
///
/// A line ends with LF, CR LF or the end of the file. A byte order mark at the beginning is left
/// out. Of a line longer than [#MAX_LINE_BYTES] only the beginning is kept.
final class LineReader implements Closeable {
  static final int MAX_LINE_BYTES = 1 << 16;

  private static final int BUFFER_BYTES = 1 << 18;
  private static final byte[] INTERESTING = new byte[256];

  static {
    for (int value = 128; value < INTERESTING.length; value++) {
      INTERESTING[value] = 1;
    }
    INTERESTING[0] = 1;
    INTERESTING['\n'] = 1;
    INTERESTING['\r'] = 1;
    INTERESTING['"'] = 1;
  }

  private final InputStream in;
  private final byte[] buffer = new byte[BUFFER_BYTES];
  private final LineBatch batch = new LineBatch(buffer);
  private int start;
  private int end;
  private boolean atEnd;
  private boolean skippingLongLine;
  private long linesRead;
  private long bytesRead;
  private int scannedTraits;

  LineReader(InputStream in) throws IOException {
    this.in = in;
    fill();
    if (end >= 3
        && buffer[0] == (byte) 0xef
        && buffer[1] == (byte) 0xbb
        && buffer[2] == (byte) 0xbf) {
      start = 3;
    }
  }

  /// The next lines; none at the end of the file. They are overwritten by the next call.
  LineBatch next() throws IOException {
    batch.clear(linesRead + 1);
    takeLines();
    while (batch.count() == 0 && !(atEnd && start == end)) {
      fill();
      takeLines();
    }
    linesRead += batch.count();
    return batch;
  }

  long bytesRead() {
    return bytesRead;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  private void fill() throws IOException {
    System.arraycopy(buffer, start, buffer, 0, end - start);
    end -= start;
    start = 0;
    while (!atEnd && end < buffer.length) {
      int read = in.read(buffer, end, buffer.length - end);
      atEnd = read < 0;
      end += Math.max(read, 0);
      bytesRead += Math.max(read, 0);
    }
  }

  private void takeLines() {
    if (skippingLongLine) {
      skipRestOfLine();
    }
    while (start < end && !batch.isFull() && !skippingLongLine) {
      int newline = scan();
      if (newline < 0 && !atEnd && end - start <= MAX_LINE_BYTES) {
        return;
      }
      take(newline < 0 ? end : newline, newline < 0);
    }
  }

  /// The index of the line feed that ends the line at `start`, or -1; leaves the line's traits.
  private int scan() {
    int traits = 0;
    int at = start;
    int newline = -1;
    while (at < end && newline < 0) {
      byte value = buffer[at];
      if (INTERESTING[value & 0xff] != 0) {
        switch (value) {
          case '\n' -> newline = at;
          case '"' -> traits ^= LineBatch.ODD_QUOTES;
          case '\r' -> traits |= endsLine(at) ? 0 : LineBatch.LONE_CR;
          case 0 -> traits |= LineBatch.NUL;
          default -> traits |= LineBatch.NON_ASCII;
        }
      }
      at++;
    }
    scannedTraits = traits;
    return newline;
  }

  private boolean endsLine(int carriageReturn) {
    return carriageReturn + 1 == end ? atEnd : buffer[carriageReturn + 1] == '\n';
  }

  private void take(int lineEnd, boolean unfinished) {
    int textEnd = lineEnd > start && buffer[lineEnd - 1] == '\r' ? lineEnd - 1 : lineEnd;
    if (lineEnd - start > MAX_LINE_BYTES) {
      batch.add(start, start + MAX_LINE_BYTES, scannedTraits | LineBatch.TOO_LONG);
      skippingLongLine = unfinished && !atEnd;
    } else {
      batch.add(start, textEnd, scannedTraits);
    }
    start = Math.min(lineEnd + 1, end);
  }

  private void skipRestOfLine() {
    while (start < end && skippingLongLine) {
      skippingLongLine = buffer[start] != '\n';
      start++;
    }
    skippingLongLine &= !atEnd;
  }
}
