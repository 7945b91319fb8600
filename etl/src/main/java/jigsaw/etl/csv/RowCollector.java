package jigsaw.etl.csv;

import de.siegmar.fastcsv.reader.CsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.reader.RecordType;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;

/// Lets FastCSV parse the text of some lines and collects one [CsvRow] per record.
final class RowCollector extends CsvCallbackHandler<CsvRow> {
  private final LineBatch batch;
  private final int[] order;
  private final CsvReader.CsvReaderBuilder csv;
  private final List<CsvRow> rows = new ArrayList<>(LineBatch.MAX_LINES);
  private CsvRow row;
  private final boolean spacesAroundQuotes;
  private boolean quoteInUnquotedField;

  /// `order` names the column of each field; `spacesAroundQuotes` are left out if true, otherwise a
  /// field that begins with one is not quoted, and no line that has such a field is accepted.
  RowCollector(LineBatch batch, int[] order, boolean spacesAroundQuotes) {
    this.batch = batch;
    this.order = order;
    this.spacesAroundQuotes = spacesAroundQuotes;
    this.row = new CsvRow(order.length, batch);
    this.csv =
        CsvReader.builder()
            .skipEmptyLines(false)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .allowUnclosedQuote(false)
            .trimWhitespacesAroundQuotes(spacesAroundQuotes);
  }

  /// Whether the text is exactly `lines` records of well-formed fields; [#rows] then has them.
  boolean parses(String text, int lines) {
    rows.clear();
    quoteInUnquotedField = false;
    try {
      for (CsvRow each : csv.build(this, text)) {
        rows.add(each);
      }
    } catch (CsvParseException | NoSuchElementException e) {
      return false;
    }
    return rows.size() == lines && (spacesAroundQuotes || !quoteInUnquotedField);
  }

  List<CsvRow> rows() {
    return rows;
  }

  @Override
  protected RecordType getRecordType() {
    return RecordType.DATA;
  }

  @Override
  protected int getFieldCount() {
    return row.fieldCount();
  }

  @Override
  protected void beginRecord(long startingLineNumber) {
    row = new CsvRow(order.length, batch);
  }

  @Override
  protected void addField(char[] text, int offset, int length, boolean quoted) {
    int field = row.fieldCount();
    if (!quoted) {
      quoteInUnquotedField |= hasQuote(text, offset, length);
    }
    if (field < order.length) {
      row.add(order[field], new String(text, offset, length), quoted);
    } else {
      row.addSurplus();
    }
  }

  @Override
  protected void setComment(char[] text, int offset, int length) {
    throw new IllegalStateException("comments are not enabled");
  }

  @Override
  protected void setEmpty() {
    row.add(order[0], "", false);
  }

  @Override
  protected CsvRow buildRecord() {
    return row;
  }

  private static boolean hasQuote(char[] text, int offset, int length) {
    for (int at = offset; at < offset + length; at++) {
      if (text[at] == '"') {
        return true;
      }
    }
    return false;
  }
}
