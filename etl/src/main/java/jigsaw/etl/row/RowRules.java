package jigsaw.etl.row;

import jigsaw.catalog.Feature;
import jigsaw.catalog.Photo;
import jigsaw.catalog.Product;
import jigsaw.catalog.Sku;
import jigsaw.etl.row.Row.FeatureRow;
import jigsaw.etl.row.Row.PhotoRow;
import jigsaw.etl.row.Row.ProductRow;
import jigsaw.etl.row.Row.RelatedRow;
import jigsaw.etl.row.Row.SkuRow;
import jigsaw.etl.row.Row.StyleRow;

/// What makes a line of each file a valid row; the widths are those of the tables.
@FunctionalInterface
interface RowRules<R extends Row> {
  /// Reads the row; what is wrong with it is noted in `cells`.
  R read(Cells cells);

  static RowRules<ProductRow> products() {
    return cells ->
        new ProductRow(
            new Product(
                cells.id(0),
                cells.text(1, 255),
                cells.text(2, 255),
                cells.text(3, 2000),
                cells.text(4, 64),
                cells.price(5)));
  }

  static RowRules<StyleRow> styles(IdSet products) {
    return cells ->
        new StyleRow(
            cells.id(0),
            parent(cells, 1, products),
            cells.text(2, 128),
            cells.price(4),
            cells.nullablePrice(3),
            cells.flag(5));
  }

  static RowRules<FeatureRow> features(IdSet products) {
    return cells ->
        new FeatureRow(
            cells.id(0),
            parent(cells, 1, products),
            new Feature(cells.text(2, 128), cells.nullableText(3, 255)));
  }

  static RowRules<PhotoRow> photos(StyleOwners.Lookup styles) {
    return cells -> {
      int id = cells.id(0);
      int style = cells.id(1);
      int product = owner(cells, style, styles);
      return new PhotoRow(
          id, style, product, new Photo(cells.nullableText(2, 2048), cells.nullableText(3, 2048)));
    };
  }

  static RowRules<SkuRow> skus(StyleOwners.Lookup styles) {
    return cells -> {
      int id = cells.id(0);
      int style = cells.id(1);
      int product = owner(cells, style, styles);
      return new SkuRow(style, product, new Sku(id, cells.text(2, 32), cells.wholeNumber(3)));
    };
  }

  static RowRules<RelatedRow> related(IdSet products) {
    return cells -> {
      RelatedRow row =
          new RelatedRow(cells.id(0), parent(cells, 1, products), cells.wholeNumber(2));
      if (row.relatedProductId() == 0) {
        cells.fail(2, "related product 0 means none");
      } else if (!products.contains(row.relatedProductId())) {
        cells.fail(2, "related product does not exist");
      }
      return row;
    };
  }

  private static int parent(Cells cells, int column, IdSet products) {
    int id = cells.id(column);
    if (!products.contains(id)) {
      cells.fail(column, "product does not exist");
    }
    return id;
  }

  private static int owner(Cells cells, int style, StyleOwners.Lookup styles) {
    var product = styles.product(style);
    if (product.isEmpty()) {
      cells.fail(1, "style does not exist");
    }
    return product.orElse(0);
  }
}
