package jigsaw.etl.merge;

import jigsaw.etl.row.Row;

/// Takes what the walk over the products gives: each valid row once, and whole products.
public interface CatalogSink {
  void row(Row row) throws InterruptedException;

  /// A product whose rows were all found in their place.
  void entry(CatalogEntry entry) throws InterruptedException;
}
