package jigsaw.etl.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import jigsaw.catalog.GenerationTables;
import jigsaw.catalog.Price;
import jigsaw.etl.change.Change;
import jigsaw.etl.change.Change.SalePrice;
import jigsaw.etl.change.Change.SkuQuantity;
import jigsaw.etl.change.Change.StylePrices;
import jigsaw.etl.change.ChangeLine;
import jigsaw.etl.csv.Reject;
import jigsaw.etl.merge.DocumentFormats;

/// Makes changes in one generation, rows and documents alike, and tells the servers which products
/// they must ask for again. Whoever calls must hold the [LoadLock], which makes the order of the
/// numbers in `catalog_change` the order of the commits.
public final class ChangeBatch {
  private final Session session;
  private final GenerationTables tables;
  private final StoredDocuments documents;
  private final DocumentFormats formats;

  public ChangeBatch(Session session, GenerationTables tables) {
    this.session = session;
    this.tables = tables;
    documents = new StoredDocuments(session, tables);
    formats = documents.formats();
  }

  /// What has become of some lines: the products that changed, and the lines that did not.
  public record Outcome(Set<Integer> products, List<Reject> rejects) {
    public Outcome {
      products = Set.copyOf(products);
      rejects = List.copyOf(rejects);
    }
  }

  /// Makes all these changes in one transaction. What is to be changed and does not exist is
  /// rejected, the rest is changed all the same.
  public Outcome apply(List<ChangeLine> lines) {
    Set<Integer> products = new TreeSet<>();
    List<Reject> rejected = new ArrayList<>();
    session.inTransaction(() -> {
      for (ChangeLine line : lines) {
        if (change(line.change()) == 0) {
          rejected.add(missing(line));
        } else {
          products.add(line.change().productId());
        }
      }
      if (!products.isEmpty()) {
        documents.renewStyles(products, formats);
        announce(products);
      }
    });
    return new Outcome(products, rejected);
  }

  /// The number of rows found, changed or not.
  private long change(Change change) {
    return switch (change) {
      case StylePrices prices -> change(prices);
      case SkuQuantity stock ->
          session.update(
              "UPDATE "
                  + tables.sku()
                  + " k JOIN "
                  + tables.style()
                  + " s ON s.product_id = ? AND s.id = k.style_id"
                  + " SET k.quantity = ? WHERE k.style_id = ? AND k.id = ?",
              stock.productId(),
              stock.quantity(),
              stock.styleId(),
              stock.skuId());
    };
  }

  private long change(StylePrices prices) {
    List<String> columns = new ArrayList<>();
    List<Object> values = new ArrayList<>();
    prices
        .originalPrice()
        .ifPresent(price -> {
          columns.add("original_price = ?");
          values.add(price.toString());
        });
    switch (prices.sale()) {
      case SalePrice.Kept _ -> {}
      case SalePrice.Removed _ -> columns.add("sale_price = NULL");
      case SalePrice.Now(Price price) -> {
        columns.add("sale_price = ?");
        values.add(price.toString());
      }
    }
    values.addAll(List.of(prices.productId(), prices.styleId()));
    return session.update(
        "UPDATE "
            + tables.style()
            + " SET "
            + String.join(", ", columns)
            + " WHERE product_id = ? AND id = ?",
        values.toArray());
  }

  private void announce(Set<Integer> products) {
    long last =
        session
            .query(
                "SELECT COALESCE(MAX(seq), 0) FROM catalog_change WHERE generation = ?",
                row -> row.getLong(1),
                tables.generation())
            .getFirst();
    List<Object[]> rows = new ArrayList<>();
    for (int product : products) {
      last++;
      rows.add(new Object[] {tables.generation(), product, last});
    }
    session.batch(
        "REPLACE INTO catalog_change (generation, product_id, seq) VALUES (?, ?, ?)", rows);
  }

  /// Why nothing was found.
  private Reject missing(ChangeLine line) {
    Change change = line.change();
    boolean styleExists =
        !session
            .query(
                "SELECT 1 FROM " + tables.style() + " WHERE product_id = ? AND id = ?",
                row -> Optional.of(row.getInt(1)),
                change.productId(),
                change.styleId())
            .isEmpty();
    return styleExists
        ? line.reject("sku_id", "the style has no such sku")
        : line.reject("style_id", "the product has no such style");
  }
}
