package jigsaw.etl.csv;

import java.util.Optional;

/// Turns lines into rows or rejects.
///
/// Healthy lines are parsed many at a time. What FastCSV then makes of them only counts if it is
/// one record per line; otherwise the lines are halved until the bad ones are alone, so that a bad
/// line never changes how its neighbours are read. Lines that scanning already found odd are parsed
/// alone from the start.
///
/// A quote inside an unquoted field is a character like any other. A line with an odd number of
/// quotes counts as repaired if it has the right columns: either a quote at its end closes a quoted
/// field, or all quoted fields are closed already and every character stays as it is in the file.
final class LineParser {
  private static final String CARRIAGE_RETURN = "a carriage return inside a line";

  private final String file;
  private final LineBatch batch;
  private final int columns;
  private final LineRepair repair;
  private final RowCollector strict;
  private final RowCollector lenient;

  LineParser(String file, LineBatch batch, int[] order, LineRepair repair) {
    this.file = file;
    this.batch = batch;
    this.columns = order.length;
    this.repair = repair;
    this.strict = new RowCollector(batch, order, false);
    this.lenient = new RowCollector(batch, order, true);
  }

  /// Parses the lines of the batch from `first` on.
  void parse(int first, LineHandler handler) {
    int from = first;
    for (int line = first; line < batch.count(); line++) {
      if (!batch.isPlain(line)) {
        parseTogether(from, line, handler);
        parseAlone(line, handler);
        from = line + 1;
      }
    }
    parseTogether(from, batch.count(), handler);
  }

  private void parseTogether(int from, int to, LineHandler handler) {
    if (to - from < 2) {
      if (from < to) {
        parseAlone(from, handler);
      }
      return;
    }
    Optional<String> text = batch.text(from, to);
    if (text.isPresent() && strict.parses(text.get(), to - from)) {
      for (int line = from; line < to; line++) {
        deliver(strict.rows().get(line - from).at(line, false), handler);
      }
    } else {
      int middle = (from + to) >>> 1;
      parseTogether(from, middle, handler);
      parseTogether(middle, to, handler);
    }
  }

  private void deliver(CsvRow row, LineHandler handler) {
    if (row.fieldCount() == columns) {
      handler.row(row);
    } else {
      handler.rejected(new Reject(file, row.line(), "", wrongCount(row.fieldCount()), row.raw()));
    }
  }

  private void parseAlone(int line, LineHandler handler) {
    Optional<String> text = Optional.empty();
    String reason;
    if (batch.isEmpty(line)) {
      reason = "empty line";
    } else if (batch.has(line, LineBatch.TOO_LONG)) {
      reason = "line longer than " + LineReader.MAX_LINE_BYTES + " bytes";
    } else if (batch.has(line, LineBatch.NUL)) {
      reason = "NUL byte";
    } else if (batch.endsWithReturn(line)) {
      // FastCSV would take it for a line end and leave it out.
      reason = CARRIAGE_RETURN;
    } else {
      text = batch.text(line, line + 1);
      reason = "bytes that are not UTF-8";
    }
    if (text.isEmpty()) {
      handler.rejected(new Reject(file, batch.lineNumber(line), "", reason, batch.raw(line)));
    } else {
      parseText(line, text.get(), handler);
    }
  }

  private void parseText(int line, String text, LineHandler handler) {
    boolean odd = batch.has(line, LineBatch.ODD_QUOTES);
    // A quote inside an unquoted field is text and needs no closing one: then none is appended.
    boolean closed = odd && !lenient.parses(text, 1);
    String whole = closed ? text + '"' : text;
    if (isRow(whole)) {
      handler.row(lenient.rows().getFirst().at(line, odd));
      return;
    }
    String problem = problem();
    Optional<String> mended = repair.repair(whole);
    if (mended.isPresent() && isRow(mended.get())) {
      handler.row(lenient.rows().getFirst().at(line, true));
    } else {
      String reason = closed ? "unclosed quote, and with one appended: " + problem : problem;
      handler.rejected(new Reject(file, batch.lineNumber(line), "", reason, batch.raw(line)));
    }
  }

  private boolean isRow(String text) {
    return lenient.parses(text, 1) && lenient.rows().getFirst().fieldCount() == columns;
  }

  /// Why the text that was parsed last is no row.
  private String problem() {
    int records = lenient.rows().size();
    return switch (records) {
      case 0 -> "text behind a closing quote, or a quote that is never closed";
      case 1 -> wrongCount(lenient.rows().getFirst().fieldCount());
      default -> CARRIAGE_RETURN;
    };
  }

  private String wrongCount(int found) {
    return "expected " + columns + " columns, found " + found;
  }
}
