package jigsaw.etl.load;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jigsaw.catalog.GenerationTables;
import jigsaw.etl.merge.CatalogEntry;
import jigsaw.etl.merge.CatalogSink;
import jigsaw.etl.merge.DocumentFormats;
import jigsaw.etl.parallel.Tasks;
import jigsaw.etl.row.IdSet;
import jigsaw.etl.row.Row;

/// Fills the tables of one generation, all at the same time: each table has a connection and a
/// thread of its own, and one more thread renders documents. Rows and products come from one
/// thread.
public final class GenerationWriter implements CatalogSink, AutoCloseable {
  private final RowTables rows;
  private final DocumentTables documents;

  /// `products` are all that will come; their order gives the positions.
  public GenerationWriter(
      Database database, GenerationTables tables, IdSet products, DocumentFormats formats) {
    this.rows = new RowTables(tables, products, database);
    this.documents = new DocumentTables(tables, formats, database);
  }

  /// Adds the tasks that must run while rows are written.
  public void addTo(Tasks tasks) {
    loads()
        .forEach(load ->
            tasks.add(() -> {
              send(load);
              return load;
            }));
    tasks.add(() -> {
      documents.render();
      return documents;
    });
  }

  @Override
  public void row(Row row) throws InterruptedException {
    rows.write(row);
  }

  @Override
  public void entry(CatalogEntry entry) throws InterruptedException {
    documents.add(entry);
  }

  /// To be called after the last row and product.
  public void finish() throws InterruptedException {
    for (TableLoad load : rows.all()) {
      load.finish();
    }
    documents.finish();
  }

  /// What was written to each table; complete after all tasks have ended.
  public Map<String, TableRows> written() {
    return loads().collect(Collectors.toMap(TableLoad::table, TableLoad::written));
  }

  /// Stops all loads at once.
  public void abort() {
    loads().forEach(TableLoad::abort);
  }

  @Override
  public void close() {
    loads().forEach(TableLoad::close);
  }

  private Stream<TableLoad> loads() {
    return Stream.of(rows.all(), documents.all()).flatMap(List::stream);
  }

  private static void send(TableLoad load) throws InterruptedException {
    try {
      load.send();
    } catch (IOException e) {
      throw (InterruptedException) new InterruptedException(load.table()).initCause(e);
    }
  }
}
