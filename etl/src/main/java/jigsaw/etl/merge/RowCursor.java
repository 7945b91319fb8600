package jigsaw.etl.merge;

import java.util.List;
import jigsaw.etl.row.Row;

/// Walks through the rows of one file product by product. For one thread.
///
/// Rows whose product has been passed already are strays. So is a row that is followed by one of an
/// earlier product: taking it for the stray, not those behind it, keeps one misplaced row from
/// spoiling the order of all that follow.
final class RowCursor<R extends Row> {
  private final RowQueue<R> queue;
  private List<R> batch = List.of();
  private List<R> nextBatch = List.of();
  private int at;

  RowCursor(RowQueue<R> queue) {
    this.queue = queue;
  }

  void start() throws InterruptedException {
    nextBatch = queue.take();
    nextBatch();
  }

  boolean isAtEnd() {
    return batch.isEmpty();
  }

  /// Adds the rows of a product to `own`. Products must be asked for in ascending order.
  void take(int product, List<R> own, RowSink strays) throws InterruptedException {
    while (!isAtEnd()) {
      R row = batch.get(at);
      if (row.productId() == product) {
        own.add(row);
      } else if (row.productId() < product || isAheadOfNext(row)) {
        strays.row(row);
      } else {
        return;
      }
      advance();
    }
  }

  /// Gives all rows that are left to `strays`.
  void drain(RowSink strays) throws InterruptedException {
    while (!isAtEnd()) {
      strays.row(batch.get(at));
      advance();
    }
  }

  private boolean isAheadOfNext(R row) {
    if (at + 1 < batch.size()) {
      return batch.get(at + 1).productId() < row.productId();
    }
    return !nextBatch.isEmpty() && nextBatch.getFirst().productId() < row.productId();
  }

  private void advance() throws InterruptedException {
    at++;
    if (at == batch.size()) {
      nextBatch();
    }
  }

  private void nextBatch() throws InterruptedException {
    batch = nextBatch;
    nextBatch = batch.isEmpty() ? batch : queue.take();
    at = 0;
  }
}
