package jigsaw.etl.merge;

import static java.util.Comparator.comparingInt;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PrimitiveIterator;
import jigsaw.etl.row.IdSet;
import jigsaw.etl.row.Row;
import jigsaw.etl.row.Row.FeatureRow;
import jigsaw.etl.row.Row.PhotoRow;
import jigsaw.etl.row.Row.ProductRow;
import jigsaw.etl.row.Row.RelatedRow;
import jigsaw.etl.row.Row.SkuRow;
import jigsaw.etl.row.Row.StyleRow;

/// Walks over the products by ascending id and joins the rows of all files to each.
///
/// The files are nearly sorted, so one row of look-ahead per file is enough to find all that
/// belongs to a product; within a product rows are sorted here. A row that comes at the wrong place
/// goes to the sink all the same, only its product cannot be finished here: it is noted in
/// [#unfinished], to be made from the database's rows once all are there. So any order of lines
/// loads in constant memory, and the usual order needs the database for nothing.
public final class ProductWalk {
  private static final Comparator<PhotoRow> PHOTO_ORDER =
      comparingInt(PhotoRow::styleId).thenComparingInt(PhotoRow::id);
  private static final Comparator<SkuRow> SKU_ORDER =
      comparingInt(SkuRow::styleId).thenComparingInt(SkuRow::id);

  private final IdSet ids;
  private final CatalogSink sink;
  private final IdSet unfinished = new IdSet();
  private final RowCursor<ProductRow> products;
  private final RowCursor<StyleRow> styles;
  private final RowCursor<FeatureRow> features;
  private final RowCursor<PhotoRow> photos;
  private final RowCursor<SkuRow> skus;
  private final RowCursor<RelatedRow> related;

  /// `ids` are the products that will come.
  public ProductWalk(IdSet ids, CatalogRows rows, CatalogSink sink) {
    this.ids = ids;
    this.sink = sink;
    this.products = new RowCursor<>(rows.products());
    this.styles = new RowCursor<>(rows.styles());
    this.features = new RowCursor<>(rows.features());
    this.photos = new RowCursor<>(rows.photos());
    this.skus = new RowCursor<>(rows.skus());
    this.related = new RowCursor<>(rows.related());
  }

  /// Walks until all rows have been given to the sink.
  public void run() throws InterruptedException {
    for (RowCursor<?> cursor : cursors()) {
      cursor.start();
    }
    for (PrimitiveIterator.OfInt each = ids.iterator(); each.hasNext(); ) {
      visit(each.nextInt());
    }
    for (RowCursor<?> cursor : cursors()) {
      cursor.drain(this::stray);
    }
  }

  /// The products that the sink got no entry of, or an incomplete one.
  public IdSet unfinished() {
    return unfinished;
  }

  private List<RowCursor<?>> cursors() {
    return List.of(products, styles, features, photos, skus, related);
  }

  private void visit(int id) throws InterruptedException {
    List<ProductRow> product = take(products, id, comparingInt(ProductRow::id));
    List<StyleRow> ownStyles = take(styles, id, comparingInt(StyleRow::id));
    List<FeatureRow> ownFeatures = take(features, id, comparingInt(FeatureRow::id));
    List<PhotoRow> ownPhotos = take(photos, id, PHOTO_ORDER);
    List<SkuRow> ownSkus = take(skus, id, SKU_ORDER);
    take(related, id, comparingInt(RelatedRow::id));
    if (product.isEmpty()) {
      unfinished.add(id);
    } else if (!unfinished.contains(id)) {
      sink.entry(
          new CatalogEntry(
              product.getFirst().product(), ownFeatures, ownStyles, ownPhotos, ownSkus));
    }
  }

  private <R extends Row> List<R> take(RowCursor<R> cursor, int id, Comparator<R> order)
      throws InterruptedException {
    List<R> own = new ArrayList<>();
    cursor.take(id, own, this::stray);
    own.sort(order);
    for (R row : own) {
      sink.row(row);
    }
    return own;
  }

  private void stray(Row row) throws InterruptedException {
    sink.row(row);
    if (!(row instanceof RelatedRow)) {
      unfinished.add(row.productId());
    }
  }
}
