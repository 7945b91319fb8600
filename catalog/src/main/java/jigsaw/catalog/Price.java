package jigsaw.catalog;

import java.util.Optional;

/// A price in whole cents, from `0.00` to `9999999999.99`; its text always has two decimals.
public record Price(long cents) {
  public static final long MAX_CENTS = 999_999_999_999L;

  private static final int MAX_UNIT_DIGITS = 10;

  public Price {
    if (cents < 0 || cents > MAX_CENTS) {
      throw new IllegalArgumentException(
          "price in cents: " + cents + ", expected 0 to " + MAX_CENTS);
    }
  }

  /// Reads `140`, `140.5` or `140.00`: digits, then at most two decimals. Empty for anything else,
  /// a sign, an exponent and a number out of range included. Leading zeros are accepted.
  public static Optional<Price> parse(CharSequence text) {
    int length = text.length();
    long units = 0;
    int at = 0;
    int significant = 0;
    for (; at < length && isDigit(text.charAt(at)); at++) {
      units = units * 10 + (text.charAt(at) - '0');
      significant += units > 0 ? 1 : 0;
      if (significant > MAX_UNIT_DIGITS) {
        return Optional.empty();
      }
    }
    if (at == 0) {
      return Optional.empty();
    }
    int fraction = at == length ? 0 : fractionCents(text, at);
    return fraction < 0 ? Optional.empty() : Optional.of(new Price(units * 100 + fraction));
  }

  /// The text that front ends read, such as `140.00`.
  @Override
  public String toString() {
    long fraction = cents % 100;
    return cents / 100 + (fraction < 10 ? ".0" : ".") + fraction;
  }

  private static int fractionCents(CharSequence text, int point) {
    int decimals = text.length() - point - 1;
    if (text.charAt(point) != '.' || decimals < 1 || decimals > 2) {
      return -1;
    }
    char tenths = text.charAt(point + 1);
    char hundredths = decimals == 2 ? text.charAt(point + 2) : '0';
    return isDigit(tenths) && isDigit(hundredths) ? (tenths - '0') * 10 + (hundredths - '0') : -1;
  }

  private static boolean isDigit(char character) {
    return character >= '0' && character <= '9';
  }
}
