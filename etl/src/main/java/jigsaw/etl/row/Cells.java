package jigsaw.etl.row;

import java.util.List;
import java.util.Optional;
import jigsaw.catalog.Price;
import jigsaw.etl.csv.CsvRow;

/// Reads typed values from the fields of one line after the other, and keeps the first thing that
/// is wrong with the line. After a failure the values are placeholders and the row must not be
/// used.
public final class Cells {
  private static final Price NO_PRICE = new Price(0);
  private static final String NULL = "null";

  private final List<String> columns;
  private final CsvRow row;
  private int failedColumn;
  private String reason = "";

  /// `columns` are the names of the line's fields, in their order.
  public Cells(List<String> columns, CsvRow row) {
    this.columns = columns;
    this.row = row;
  }

  public boolean isValid() {
    return reason.isEmpty();
  }

  /// Why the line is rejected; empty if it is not.
  public String reason() {
    return reason;
  }

  public String failedColumn() {
    return columns.get(failedColumn);
  }

  public void fail(int column, String why) {
    if (reason.isEmpty()) {
      failedColumn = column;
      reason = why;
    }
  }

  /// Whether a field holds nothing, not even quotes.
  public boolean isEmpty(int column) {
    return !row.isQuoted(column) && number(column).isEmpty();
  }

  /// An id from 1 to 2,147,483,647.
  public int id(int column) {
    int id = wholeNumber(column);
    if (id == 0) {
      fail(column, "id 0, expected 1 to 2147483647");
    }
    return id;
  }

  /// A number from 0 to 2,147,483,647.
  public int wholeNumber(int column) {
    String text = number(column);
    long value = 0;
    for (int at = 0; at < text.length(); at++) {
      char digit = text.charAt(at);
      if (digit < '0' || digit > '9') {
        fail(column, isNegative(text) ? "negative number" : "not a whole number");
        return 0;
      }
      value = Math.min(value * 10 + (digit - '0'), Integer.MAX_VALUE + 1L);
    }
    if (text.isEmpty() || value > Integer.MAX_VALUE) {
      fail(column, text.isEmpty() ? "empty, expected a number" : "number above 2147483647");
      return 0;
    }
    return (int) value;
  }

  public Price price(int column) {
    if (isNull(column)) {
      fail(column, "null is not allowed here");
      return NO_PRICE;
    }
    String text = number(column);
    Optional<Price> price = Price.parse(text);
    if (price.isEmpty()) {
      fail(
          column,
          isNegative(text)
              ? "negative price"
              : "not a price from 0 to 9999999999.99 with at most two decimals");
    }
    return price.orElse(NO_PRICE);
  }

  public Optional<Price> nullablePrice(int column) {
    return isNull(column) ? Optional.empty() : Optional.of(price(column));
  }

  /// A text of at most `maxCharacters`, kept byte for byte.
  String text(int column, int maxCharacters) {
    if (isNull(column)) {
      fail(column, "null is not allowed here");
    }
    return anyText(column, maxCharacters);
  }

  Optional<String> nullableText(int column, int maxCharacters) {
    return isNull(column) ? Optional.empty() : Optional.of(anyText(column, maxCharacters));
  }

  /// 1 or true, 0 or false.
  boolean flag(int column) {
    String text = number(column);
    boolean yes = text.equals("1") || text.equals("true");
    if (!yes && !text.equals("0") && !text.equals("false")) {
      fail(column, "expected 0, 1, true or false");
    }
    return yes;
  }

  private String anyText(int column, int maxCharacters) {
    String text = row.field(column);
    if (text.length() > maxCharacters && text.codePointCount(0, text.length()) > maxCharacters) {
      fail(column, "text longer than " + maxCharacters + " characters");
    }
    return text;
  }

  private String number(int column) {
    String text = row.field(column);
    boolean padded =
        !text.isEmpty() && (text.charAt(0) == ' ' || text.charAt(text.length() - 1) == ' ');
    return padded ? text.strip() : text;
  }

  private boolean isNull(int column) {
    return !row.isQuoted(column) && number(column).equals(NULL);
  }

  private static boolean isNegative(String text) {
    return text.startsWith("-");
  }
}
