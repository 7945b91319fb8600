package jigsaw.etl.row;

import java.nio.file.Path;
import java.util.List;
import jigsaw.etl.row.Row.ProductRow;
import jigsaw.etl.row.Row.StyleRow;

/// The products and styles that will be loaded, known before any child row is judged.
public final class Parents {
  private final IdSet products = new IdSet();
  private final StyleOwners styleOwners = new StyleOwners();

  private Parents() {}

  /// Reads product.csv and styles.csv once, for their ids alone.
  public static Parents read(Path folder, FileCounts productCounts, FileCounts styleCounts)
      throws InterruptedException {
    CatalogFolder files = new CatalogFolder(folder, reject -> {});
    Parents parents = new Parents();
    try (RowReader<ProductRow> reader = files.products(productCounts)) {
      for (List<ProductRow> rows = reader.next(); !rows.isEmpty(); rows = reader.next()) {
        rows.forEach(row -> parents.products.add(row.id()));
        requireNotInterrupted();
      }
    }
    try (RowReader<StyleRow> reader = files.styles(parents, styleCounts)) {
      for (List<StyleRow> rows = reader.next(); !rows.isEmpty(); rows = reader.next()) {
        rows.forEach(row -> parents.styleOwners.add(row.id(), row.productId()));
        requireNotInterrupted();
      }
    }
    parents.styleOwners.sort();
    return parents;
  }

  public IdSet products() {
    return products;
  }

  StyleOwners styleOwners() {
    return styleOwners;
  }

  private static void requireNotInterrupted() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException("while reading the parents");
    }
  }
}
