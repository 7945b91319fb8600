package jigsaw.etl.load;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import jigsaw.catalog.GenerationTables;
import jigsaw.etl.merge.CatalogEntry;
import jigsaw.etl.merge.DocumentFormats;
import jigsaw.etl.merge.EntryRenderer;

/// The two tables of documents being filled. One thread brings products ([#add], [#finish]),
/// another renders them ([#render]).
final class DocumentTables {
  private static final int ENTRIES_PER_BATCH = 64;
  private static final int MAX_BATCHES = 16;
  private static final String COLUMNS = "product_id, body";
  private static final String BYTES = "binary";

  private final DocumentFormats formats;
  private final TableLoad product;
  private final TableLoad styles;
  private final BlockingQueue<List<CatalogEntry>> batches = new ArrayBlockingQueue<>(MAX_BATCHES);
  private List<CatalogEntry> batch = new ArrayList<>(ENTRIES_PER_BATCH);

  DocumentTables(GenerationTables tables, DocumentFormats formats, Database database) {
    this.formats = formats;
    this.product = new TableLoad(tables.productDocument(), COLUMNS, BYTES, database);
    this.styles = new TableLoad(tables.stylesDocument(), COLUMNS, BYTES, database);
  }

  List<TableLoad> all() {
    return List.of(product, styles);
  }

  void add(CatalogEntry entry) throws InterruptedException {
    batch.add(entry);
    if (batch.size() == ENTRIES_PER_BATCH) {
      batches.put(batch);
      batch = new ArrayList<>(ENTRIES_PER_BATCH);
    }
  }

  void finish() throws InterruptedException {
    if (!batch.isEmpty()) {
      batches.put(batch);
    }
    batches.put(List.of());
  }

  /// Renders products until the last one.
  void render() throws InterruptedException {
    try (EntryRenderer renderer = new EntryRenderer(formats)) {
      List<CatalogEntry> entries = batches.take();
      while (!entries.isEmpty()) {
        for (CatalogEntry entry : entries) {
          int id = entry.product().id();
          product.line().number(id).binary(renderer.product(entry));
          product.row(id);
          styles.line().number(id).binary(renderer.styles(entry));
          styles.row(id);
        }
        entries = batches.take();
      }
    }
    product.finish();
    styles.finish();
  }
}
