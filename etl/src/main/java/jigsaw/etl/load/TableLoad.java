package jigsaw.etl.load;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/// Fills one table. One thread writes rows ([#row], [#finish]), another sends them to the database
/// ([#send]); a bounded queue lies between.
///
/// The rows go through several LOAD DATA statements of bounded size one after the other: should the
/// client die, the database has little to roll back.
final class TableLoad {
  private static final int CHUNK_BYTES = 1 << 17;
  private static final int MAX_CHUNKS = 8;
  private static final long STATEMENT_BYTES = 64L << 20;

  private final String table;
  private final String sql;
  private final Session session;
  private final BlockingQueue<byte[]> chunks = new ArrayBlockingQueue<>(MAX_CHUNKS);
  private final TsvLines lines = new TsvLines(CHUNK_BYTES + (CHUNK_BYTES >> 2));
  private long rows;
  private int smallestId = Integer.MAX_VALUE;
  private int largestId;

  /// `columns` are those that a row has, in order; `charset` is the one of its texts, `binary` for
  /// bytes as they are.
  TableLoad(String table, String columns, String charset, Database database) {
    this.table = table;
    this.session = database.open();
    this.sql =
        "LOAD DATA LOCAL INFILE 'rows' INTO TABLE "
            + table
            + " CHARACTER SET "
            + charset
            + " FIELDS TERMINATED BY '\\t' ESCAPED BY '\\\\' LINES TERMINATED BY '\\n' ("
            + columns
            + ")";
  }

  String table() {
    return table;
  }

  /// Where the next row is to be written; [#row] ends it.
  TsvLines line() {
    return lines;
  }

  /// Ends a row whose fields have been written to [#line].
  void row(int id) throws InterruptedException {
    lines.endRow();
    rows++;
    smallestId = Math.min(smallestId, id);
    largestId = Math.max(largestId, id);
    if (lines.length() >= CHUNK_BYTES) {
      chunks.put(lines.take());
    }
  }

  /// To be called after the last row.
  void finish() throws InterruptedException {
    if (lines.length() > 0) {
      chunks.put(lines.take());
    }
    chunks.put(lines.take());
  }

  /// What has been written; complete after [#finish].
  TableRows written() {
    return rows == 0 ? TableRows.NONE : new TableRows(rows, smallestId, largestId);
  }

  /// Sends rows until the table is finished.
  ///
  /// @throws DatabaseException if the database fails, or changes or leaves out as much as one value
  void send() throws IOException {
    boolean more = true;
    while (more) {
      ChunkStream content = new ChunkStream(chunks, STATEMENT_BYTES);
      if (content.hasContent()) {
        session.load(sql, content);
        requireNoWarnings();
      }
      more = !content.tableEnded();
    }
  }

  void abort() {
    session.abort();
  }

  void close() {
    session.close();
  }

  private void requireNoWarnings() {
    List<String> warnings =
        session.query("SHOW WARNINGS LIMIT 1", row -> row.getString(2) + " " + row.getString(3));
    if (!warnings.isEmpty()) {
      throw DatabaseException.failed(
          "loading " + table + " gave a warning: " + warnings.getFirst());
    }
  }
}
