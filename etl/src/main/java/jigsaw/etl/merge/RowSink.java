package jigsaw.etl.merge;

import jigsaw.etl.row.Row;

/// Takes valid rows of any file.
@FunctionalInterface
interface RowSink {
  void row(Row row) throws InterruptedException;
}
