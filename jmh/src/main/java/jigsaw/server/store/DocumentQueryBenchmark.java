package jigsaw.server.store;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import jigsaw.catalog.Document;
import jigsaw.catalog.GzipDecoder;
import org.openjdk.jmh.annotations.Benchmark;

/// What does it bring that answers stand in the database as documents? The same answers for random
/// products from a document, from the rows of each table, and from one statement that joins them.
/// `jigsaw jmh DocumentQuery`
// As in the class above.
@SuppressWarnings("NullAway.Init")
public class DocumentQueryBenchmark extends QueryBenchmark {
  private static final int CHECKED = 200;

  private RowQueries rows;

  @Override
  void prepare() throws IOException, SQLException {
    rows = new RowQueries(catalogue.session(), catalogue.tables());
    requireSame();
  }

  @Benchmark
  public Lookup productDocument() throws SQLException {
    return queries.document(catalogue.session(), sql.product(), catalogue.randomId());
  }

  @Benchmark
  public byte[] productRows() throws SQLException {
    return rows.product(catalogue.randomId());
  }

  @Benchmark
  public byte[] productJoin() throws SQLException {
    return rows.productJoined(catalogue.randomId());
  }

  @Benchmark
  public Lookup stylesDocument() throws SQLException {
    return queries.document(catalogue.session(), sql.styles(), catalogue.randomId());
  }

  @Benchmark
  public byte[] stylesRows() throws SQLException {
    return rows.styles(catalogue.randomId());
  }

  @Benchmark
  public byte[] stylesJoin() throws SQLException {
    return rows.stylesJoined(catalogue.randomId());
  }

  /// Only those who do the same may be compared.
  private void requireSame() throws SQLException {
    try (GzipDecoder gzip = new GzipDecoder()) {
      for (int id = 1; id <= CHECKED; id++) {
        byte[] product = document(sql.product(), id, gzip);
        byte[] styles = document(sql.styles(), id, gzip);
        if (!Arrays.equals(product, rows.product(id))
            || !Arrays.equals(product, rows.productJoined(id))
            || !Arrays.equals(styles, rows.styles(id))
            || !Arrays.equals(styles, rows.stylesJoined(id))) {
          throw new IllegalStateException("rows and documents of product " + id + " differ");
        }
      }
    }
  }

  private byte[] document(String statement, int id, GzipDecoder gzip) throws SQLException {
    if (!(queries.document(catalogue.session(), statement, id) instanceof Lookup.Found found)) {
      throw new IllegalStateException("no document of product " + id);
    }
    try {
      return Document.isGzip(found.body()) ? gzip.decode(found.body()) : found.body();
    } catch (DataFormatException e) {
      throw new IllegalStateException("damaged document of product " + id, e);
    }
  }
}
