package jigsaw.etl.load;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
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
  private final Optional<DocumentTables> documents;

  /// `products` are all that will come; their order gives the positions. Without `formats` no
  /// documents are made.
  public GenerationWriter(
      Database database,
      GenerationTables tables,
      IdSet products,
      Optional<DocumentFormats> formats) {
    this.rows = new RowTables(tables, products, database);
    this.documents = formats.map(each -> new DocumentTables(tables, each, database));
  }

  /// Adds the tasks that must run while rows are written.
  public void addTo(Tasks tasks) {
    loads()
        .forEach(load ->
            tasks.add(() -> {
              send(load);
              return load;
            }));
    documents.ifPresent(each ->
        tasks.add(() -> {
          each.render();
          return each;
        }));
  }

  @Override
  public void row(Row row) throws InterruptedException {
    rows.write(row);
  }

  @Override
  public void entry(CatalogEntry entry) throws InterruptedException {
    if (documents.isPresent()) {
      documents.get().add(entry);
    }
  }

  /// To be called after the last row and product.
  public void finish() throws InterruptedException {
    for (TableLoad load : rows.all()) {
      load.finish();
    }
    if (documents.isPresent()) {
      documents.get().finish();
    }
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
    return Stream.concat(
        rows.all().stream(), documents.stream().flatMap(each -> each.all().stream()));
  }

  private static void send(TableLoad load) throws InterruptedException {
    try {
      load.send();
    } catch (IOException e) {
      throw (InterruptedException) new InterruptedException(load.table()).initCause(e);
    }
  }
}
