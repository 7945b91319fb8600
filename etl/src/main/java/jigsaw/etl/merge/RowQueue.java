package jigsaw.etl.merge;

import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import jigsaw.etl.row.Row;
import jigsaw.etl.row.RowReader;

/// Carries the rows of one file from the thread that reads it to the one that merges; bounded.
public final class RowQueue<R extends Row> {
  private static final int MAX_BATCHES = 16;

  private final BlockingQueue<List<R>> batches = new ArrayBlockingQueue<>(MAX_BATCHES);

  /// Moves all rows of the reader through the queue and closes the reader.
  public void fillFrom(RowReader<R> reader) throws InterruptedException {
    try (reader) {
      List<R> rows;
      do {
        rows = reader.next();
        batches.put(rows);
      } while (!rows.isEmpty());
    }
  }

  /// The next rows; empty at the end.
  List<R> take() throws InterruptedException {
    return batches.take();
  }
}
