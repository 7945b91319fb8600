package jigsaw.catalog;

/// The CRC-32 of two contents one behind the other, from the CRC-32 of each.
///
/// A CRC is the remainder of a polynomial over GF(2). To append `n` bytes is to multiply the first
/// content by x to the power of `8n`; that power is put together from squares, as in zlib's
/// `crc32_combine` (crc32.c). Bit 31 is the coefficient of 1, as in RFC 1952 section 8.
final class JoinedCrc {
  private static final int POLYNOMIAL = 0xedb88320;
  private static final int ONE = 1 << 31;

  /// Element `k` is x to the power of `8 · 2^k`.
  private static final int[] POWERS = powers();

  private JoinedCrc() {}

  static int of(int first, int second, int secondLength) {
    int shift = ONE;
    for (int rest = secondLength, k = 0; rest != 0; rest >>>= 1, k++) {
      if ((rest & 1) != 0) {
        shift = product(POWERS[k], shift);
      }
    }
    return product(shift, first) ^ second;
  }

  private static int product(int left, int right) {
    int product = 0;
    int shifted = right;
    for (int rest = left; rest != 0; rest <<= 1) {
      if (rest < 0) {
        product ^= shifted;
      }
      shifted = (shifted & 1) == 0 ? shifted >>> 1 : shifted >>> 1 ^ POLYNOMIAL;
    }
    return product;
  }

  private static int[] powers() {
    int[] powers = new int[Integer.SIZE];
    powers[0] = ONE >>> 8;
    for (int k = 1; k < powers.length; k++) {
      powers[k] = product(powers[k - 1], powers[k - 1]);
    }
    return powers;
  }
}
