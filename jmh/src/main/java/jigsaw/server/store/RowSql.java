package jigsaw.server.store;

import jigsaw.catalog.GenerationTables;

/// Statements that ask for the rows of one product: of each table, and of several at once.
record RowSql(
    String product,
    String features,
    String productJoined,
    String styles,
    String photos,
    String skus,
    String stylesJoined) {
  private static final String STYLE =
      "SELECT s.id, s.name, s.original_price, s.sale_price, s.is_default";

  static RowSql of(GenerationTables tables) {
    String style = " FROM " + tables.style() + " s";
    String photo = tables.photo() + " f ON f.style_id = s.id";
    String sku = tables.sku() + " k ON k.style_id = s.id";
    String ofProduct = " WHERE s.product_id = ? ORDER BY s.id";
    return new RowSql(
        GenerationSql.COLUMNS + tables.product() + " WHERE id = ?",
        "SELECT feature, value FROM " + tables.feature() + " WHERE product_id = ? ORDER BY id",
        "SELECT p.*, f.feature, f.value FROM "
            + tables.product()
            + " p LEFT JOIN "
            + tables.feature()
            + " f ON f.product_id = p.id WHERE p.id = ? ORDER BY f.id",
        STYLE + style + ofProduct,
        "SELECT s.id, f.id, f.url, f.thumbnail_url"
            + style
            + " JOIN "
            + photo
            + ofProduct
            + ", f.id",
        "SELECT s.id, k.id, k.size, k.quantity" + style + " JOIN " + sku + ofProduct + ", k.id",
        STYLE
            + ", f.id, f.url, f.thumbnail_url, k.id, k.size, k.quantity"
            + style
            + " LEFT JOIN "
            + photo
            + " LEFT JOIN "
            + sku
            + ofProduct
            + ", f.id, k.id");
  }
}
