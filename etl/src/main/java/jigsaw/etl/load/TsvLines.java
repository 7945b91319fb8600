package jigsaw.etl.load;

import java.util.Arrays;

/// Writes rows as LOAD DATA reads them: UTF-8, fields divided by tabs, rows ended by line feeds,
/// `\N` for NULL, a backslash before tab, line feed, backslash and in place of NUL (MySQL manual,
/// LOAD DATA, "Field and Line Handling").
final class TsvLines {
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
    startField(text.length() * 3);
    for (int at = 0; at < text.length(); at++) {
      char character = text.charAt(at);
      if (character < 0x80) {
        octet((byte) character);
      } else if (Character.isHighSurrogate(character) && at + 1 < text.length()) {
        at++;
        codePoint(Character.toCodePoint(character, text.charAt(at)));
      } else {
        codePoint(character);
      }
    }
    return endField();
  }

  TsvLines binary(byte[] content) {
    startField(content.length * 2);
    for (byte each : content) {
      octet(each);
    }
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

  private void octet(byte value) {
    switch (value) {
      case '\\', '\t', '\n' -> {
        bytes[length++] = '\\';
        bytes[length++] = value;
      }
      case 0 -> {
        bytes[length++] = '\\';
        bytes[length++] = '0';
      }
      default -> bytes[length++] = value;
    }
  }

  private void codePoint(int value) {
    if (value < 0x800) {
      bytes[length++] = (byte) (0xc0 | value >> 6);
    } else if (value < 0x10000) {
      bytes[length++] = (byte) (0xe0 | value >> 12);
      bytes[length++] = (byte) (0x80 | (value >> 6 & 0x3f));
    } else {
      bytes[length++] = (byte) (0xf0 | value >> 18);
      bytes[length++] = (byte) (0x80 | (value >> 12 & 0x3f));
      bytes[length++] = (byte) (0x80 | (value >> 6 & 0x3f));
    }
    bytes[length++] = (byte) (0x80 | (value & 0x3f));
  }

  private static int digits(long value) {
    int digits = 1;
    for (long rest = value / 10; rest > 0; rest /= 10) {
      digits++;
    }
    return digits;
  }
}
