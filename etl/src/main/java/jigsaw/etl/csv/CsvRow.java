package jigsaw.etl.csv;

/// The fields of one line, in the order of the expected columns. Valid only while its handler runs,
/// because the line itself is still in the reader's buffer.
public final class CsvRow {
  private final LineBatch batch;
  private final String[] fields;
  private int fieldCount;
  private int quotedFields;
  private int line;
  private boolean repaired;

  CsvRow(int columns, LineBatch batch) {
    this.fields = new String[columns];
    this.batch = batch;
  }

  /// The text of a field, without its quotes.
  public String field(int column) {
    return fields[column];
  }

  /// Whether a field stood in quotes: `"null"` is a text, `null` is not.
  public boolean isQuoted(int column) {
    return (quotedFields & 1 << column) != 0;
  }

  /// Whether the line had to be mended before it could be read.
  public boolean isRepaired() {
    return repaired;
  }

  /// The number of the line in its file, from 1.
  public long line() {
    return batch.lineNumber(line);
  }

  /// The line as it is in the file, without its line end.
  public String raw() {
    return batch.raw(line);
  }

  int fieldCount() {
    return fieldCount;
  }

  /// Adds the next field of the file, which belongs to `column`; surplus fields are only counted.
  void add(int column, String text, boolean quoted) {
    fields[column] = text;
    quotedFields |= quoted ? 1 << column : 0;
    fieldCount++;
  }

  void addSurplus() {
    fieldCount++;
  }

  CsvRow at(int lineInBatch, boolean isRepaired) {
    line = lineInBatch;
    repaired = isRepaired;
    return this;
  }
}
