package jigsaw.etl.load;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Writes rows as LOAD DATA reads them: UTF-8, fields divided by tabs, rows ended by line feeds,
/// `\N` for NULL, a backslash before tab, line feed, backslash and in place of NUL (MySQL manual,
/// LOAD DATA, "Field and Line Handling").
final class TsvLines {
  /// What stands behind the backslash instead of an octet; 0 for one that stands for itself.
  private static final byte[] ESCAPES = new byte[256];

  static {
    ESCAPES['\\'] = '\\';
    ESCAPES['\t'] = '\t';
    ESCAPES['\n'] = '\n';
    ESCAPES[0] = '0';
  }

  private byte[] bytes;
  private int length;

  TsvLines(int initialBytes) {
    bytes = new byte[initialBytes];
  }

  int length() {
    return length;
  }

  /// The bytes so far, which are then forgotten here.
  byte[] take() {
    byte[] taken = Arrays.copyOf(bytes, length);
    length = 0;
    return taken;
  }

  TsvLines number(long value) {
    startField(Long.SIZE);
    int end = length + digits(value);
    long rest = value;
    for (int at = end - 1; at >= length; at--) {
      bytes[at] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    length = end;
    return endField();
  }

  /// A price: its cents as a number with two decimals.
  TsvLines cents(long value) {
    number(value / 100);
    bytes[length - 1] = '.';
    bytes[length++] = (byte) ('0' + value % 100 / 10);
    bytes[length++] = (byte) ('0' + value % 10);
    return endField();
  }

  TsvLines nothing() {
    startField(2);
    bytes[length++] = '\\';
    bytes[length++] = 'N';
    return endField();
  }

  TsvLines text(String text) {
    return binary(text.getBytes(StandardCharsets.UTF_8));
  }

  TsvLines binary(byte[] content) {
    startField(content.length * 2);
    // Locals, because the fields would be written with every octet, of which there are billions.
    byte[] out = bytes;
    int to = length;
    for (byte octet : content) {
      byte escape = ESCAPES[octet & 0xff];
      if (escape != 0) {
        out[to++] = '\\';
        out[to++] = escape;
      } else {
        out[to++] = octet;
      }
    }
    length = to;
    return endField();
  }

  void endRow() {
    bytes[length - 1] = '\n';
  }

  private void startField(int maxBytes) {
    // A few more for what follows a field: decimals, the tab.
    int needed = length + maxBytes + Long.BYTES;
    if (needed > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(needed, bytes.length * 2));
    }
  }

  private TsvLines endField() {
    bytes[length++] = '\t';
    return this;
  }

  private static int digits(long value) {
    int digits = 1;
    for (long rest = value / 10; rest > 0; rest /= 10) {
      digits++;
    }
    return digits;
  }
}
