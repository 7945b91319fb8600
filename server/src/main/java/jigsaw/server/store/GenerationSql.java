package jigsaw.server.store;

import jigsaw.catalog.GenerationTables;

/// The statements for one generation, made once when it goes live.
record GenerationSql(
    int generation,
    String product,
    String styles,
    String related,
    String listPage,
    String listAfter,
    String productsOf,
    String stylesOf,
    String pagesOf) {
  /// Where a statement for many ids wants their list.
  static final String IDS = "(ids)";

  /// What [CatalogQueries#product] reads, and an end that wants a table.
  static final String COLUMNS =
      "SELECT id, position, name, slogan, description, category, default_price FROM ";

  static GenerationSql of(Generation generation) {
    GenerationTables tables = generation.tables();
    return new GenerationSql(
        generation.id(),
        "SELECT body FROM " + tables.productDocument() + " WHERE product_id = ?",
        "SELECT body FROM " + tables.stylesDocument() + " WHERE product_id = ?",
        // A product without related ones gives one row with NULL, an unknown product none.
        "SELECT r.related_product_id FROM "
            + tables.product()
            + " p LEFT JOIN "
            + tables.related()
            + " r ON r.product_id = p.id WHERE p.id = ? ORDER BY r.id",
        COLUMNS
            + tables.product()
            + " WHERE id >= (SELECT id FROM "
            + tables.product()
            + " WHERE position = ?) ORDER BY id LIMIT ?",
        COLUMNS + tables.product() + " WHERE id > ? ORDER BY id LIMIT ?",
        "SELECT product_id, body FROM " + tables.productDocument() + " WHERE product_id IN " + IDS,
        "SELECT product_id, body FROM " + tables.stylesDocument() + " WHERE product_id IN " + IDS,
        pagesOf(tables));
  }

  /// The documents of whole pages in one question. Sorted by nobody: the database would carry the
  /// documents through its sort.
  private static String pagesOf(GenerationTables tables) {
    String styles = " JOIN " + tables.stylesDocument() + " s ON s.product_id = p.product_id";
    return "SELECT p.product_id, 0, p.product_id, p.body, s.body FROM "
        + tables.productDocument()
        + " p"
        + styles
        + " WHERE p.product_id IN "
        + IDS
        + " UNION ALL SELECT r.product_id, r.id, p.product_id, p.body, s.body FROM "
        + tables.related()
        + " r JOIN "
        + tables.productDocument()
        + " p ON p.product_id = r.related_product_id"
        + styles
        + " WHERE r.product_id IN "
        + IDS;
  }
}
