package jigsaw.etl.merge;

import jigsaw.etl.row.Row.FeatureRow;
import jigsaw.etl.row.Row.PhotoRow;
import jigsaw.etl.row.Row.ProductRow;
import jigsaw.etl.row.Row.RelatedRow;
import jigsaw.etl.row.Row.SkuRow;
import jigsaw.etl.row.Row.StyleRow;

/// The queues of the six files.
public record CatalogRows(
    RowQueue<ProductRow> products,
    RowQueue<StyleRow> styles,
    RowQueue<FeatureRow> features,
    RowQueue<PhotoRow> photos,
    RowQueue<SkuRow> skus,
    RowQueue<RelatedRow> related) {

  /// Six empty queues.
  public CatalogRows() {
    this(
        new RowQueue<>(),
        new RowQueue<>(),
        new RowQueue<>(),
        new RowQueue<>(),
        new RowQueue<>(),
        new RowQueue<>());
  }
}
