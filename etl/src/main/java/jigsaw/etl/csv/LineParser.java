package jigsaw.etl.csv;

import java.util.Optional;

/// Turns lines into rows or rejects.
///
/// Healthy lines are parsed many at a time. What FastCSV then makes of them only counts if it is
/// one record per line; otherwise the lines are halved until the bad ones are alone, so that a bad
/// line never changes how its neighbours are read. Lines that scanning already found odd are parsed
/// alone from the start.
final class LineParser {
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
    boolean unclosed = batch.has(line, LineBatch.ODD_QUOTES);
    String closed = unclosed ? text + '"' : text;
    boolean parsed = lenient.parses(closed, 1);
    if (parsed && lenient.rows().getFirst().fieldCount() == columns) {
      handler.row(lenient.rows().getFirst().at(line, unclosed));
      return;
    }
    String problem =
        parsed
            ? wrongCount(lenient.rows().getFirst().fieldCount())
            : "a quote inside a field, or text behind a closing quote";
    Optional<String> mended = repair.repair(closed);
    if (mended.isPresent()
        && lenient.parses(mended.get(), 1)
        && lenient.rows().getFirst().fieldCount() == columns) {
      handler.row(lenient.rows().getFirst().at(line, true));
    } else {
      String reason = unclosed ? "unclosed quote, and with one appended: " + problem : problem;
      handler.rejected(new Reject(file, batch.lineNumber(line), "", reason, batch.raw(line)));
    }
  }

  private String wrongCount(int found) {
    return "expected " + columns + " columns, found " + found;
  }
}
