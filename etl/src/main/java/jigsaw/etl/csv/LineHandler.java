package jigsaw.etl.csv;

/// Takes what the lines of a file turn out to be, in the file's order.
public interface LineHandler {
  /// A line with the right number of fields; valid only during the call.
  void row(CsvRow row);

  void rejected(Reject reject);
}
