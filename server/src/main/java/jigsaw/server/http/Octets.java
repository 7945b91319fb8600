package jigsaw.server.http;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// The character classes of HTTP and URI syntax, one look-up per octet.
final class Octets {
  static final byte CR = '\r';
  static final byte LF = '\n';
  static final byte SP = ' ';
  static final byte HTAB = '\t';

  private static final byte DEL = 0x7f;
  private static final long EACH_OCTET = 0x0101_0101_0101_0101L;
  private static final long UPPER_BITS = 0x8080_8080_8080_8080L;
  private static final VarHandle EIGHT =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  /// `tchar` (RFC 9110 section 5.6.2).
  static final int TOKEN = 1;

  /// What a field value may hold: visible octets, SP, HTAB and obs-text (RFC 9110 section 5.5).
  static final int VALUE = 2;

  /// `pchar` or `/` (RFC 3986 section 3.3); `%` is among them and is checked when decoded.
  static final int PATH = 4;

  /// The query characters of RFC 3986 and those that browsers leave unencoded in a query.
  static final int QUERY = 8;

  /// `unreserved` or `sub-delims`: what a registered name is made of (RFC 3986 section 3.2.2).
  static final int REG_NAME = 16;

  /// Octets that can stand in a request target at all: visible US-ASCII.
  static final int VISIBLE = 32;

  private static final String ALPHANUMERIC =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
  private static final byte[] KINDS = new byte[256];

  static {
    mark(TOKEN, ALPHANUMERIC + "!#$%&'*+-.^_`|~");
    mark(REG_NAME, ALPHANUMERIC + "-._~!$&'()*+,;=");
    mark(PATH, ALPHANUMERIC + "-._~!$&'()*+,;=:@/%");
    mark(QUERY, ALPHANUMERIC + "-._~!$&'()*+,;=:@/%?[]{}|\\^`");
    for (int octet = 0; octet < KINDS.length; octet++) {
      boolean control = (octet < SP && octet != HTAB) || octet == DEL;
      KINDS[octet] |= (byte) (control ? 0 : VALUE);
      KINDS[octet] |= (byte) (octet > SP && octet < DEL ? VISIBLE : 0);
    }
  }

  private Octets() {}

  /// Whether `octet` is of one of the kinds in the set `kinds`.
  static boolean is(int kinds, byte octet) {
    return (KINDS[octet & 0xff] & kinds) != 0;
  }

  /// The first position in `bytes[from..end)` that is not of `kinds`; `end` if all are.
  static int skip(int kinds, byte[] bytes, int from, int end) {
    int at = from;
    while (at < end && (KINDS[bytes[at] & 0xff] & kinds) != 0) {
      at++;
    }
    return at;
  }

  /// The first position in `bytes[from..end)` that is no [#VALUE]; `end` if all are. Takes eight
  /// octets at a time while none of them is a control character: values are most of a request.
  static int skipValue(byte[] bytes, int from, int end) {
    int at = from;
    while (at + Long.BYTES <= end && hasNoControl((long) EIGHT.get(bytes, at))) {
      at += Long.BYTES;
    }
    return skip(VALUE, bytes, at, end);
  }

  /// Whether no octet of `word` is below SP or DEL. Subtracting borrows from an octet's upper bit
  /// exactly if some octet is less than what is subtracted (Warren, Hacker's Delight, section 6-1).
  private static boolean hasNoControl(long word) {
    long belowSpace = (word - SP * EACH_OCTET) & ~word;
    long butDel = word ^ (DEL * EACH_OCTET);
    long isDel = (butDel - EACH_OCTET) & ~butDel;
    return ((belowSpace | isDel) & UPPER_BITS) == 0;
  }

  static boolean isBlank(byte octet) {
    return octet == SP || octet == HTAB;
  }

  static boolean isDigit(byte octet) {
    return octet >= '0' && octet <= '9';
  }

  /// The value of a hexadecimal digit; -1 if `octet` is none.
  static int hexValue(byte octet) {
    return octet < 0 ? -1 : Character.digit(octet, 16);
  }

  /// Whether `bytes[from..end)` is `lowerCase`, an ASCII literal, in upper, lower or mixed case.
  static boolean equalsIgnoreCase(byte[] bytes, int from, int end, String lowerCase) {
    if (end - from != lowerCase.length()) {
      return false;
    }
    for (int i = 0; i < lowerCase.length(); i++) {
      byte octet = bytes[from + i];
      int folded = octet >= 'A' && octet <= 'Z' ? octet + ('a' - 'A') : octet;
      if (folded != lowerCase.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private static void mark(int kind, String characters) {
    for (int i = 0; i < characters.length(); i++) {
      KINDS[characters.charAt(i)] |= (byte) kind;
    }
  }
}
