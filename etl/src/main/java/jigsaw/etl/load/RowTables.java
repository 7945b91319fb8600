package jigsaw.etl.load;

import java.util.List;
import java.util.Optional;
import jigsaw.catalog.GenerationTables;
import jigsaw.catalog.Price;
import jigsaw.catalog.Product;
import jigsaw.etl.row.IdSet;
import jigsaw.etl.row.Row;
import jigsaw.etl.row.Row.FeatureRow;
import jigsaw.etl.row.Row.PhotoRow;
import jigsaw.etl.row.Row.ProductRow;
import jigsaw.etl.row.Row.RelatedRow;
import jigsaw.etl.row.Row.SkuRow;
import jigsaw.etl.row.Row.StyleRow;

/// The six tables of rows being filled: writes each row to its table, columns in the order named
/// here. For one thread.
final class RowTables {
  private static final String TEXT = "utf8mb4";

  private final IdSet products;
  private final TableLoad product;
  private final TableLoad feature;
  private final TableLoad style;
  private final TableLoad photo;
  private final TableLoad sku;
  private final TableLoad related;

  /// A product's position is its rank among `products`.
  RowTables(GenerationTables tables, IdSet products, Database database) {
    this.products = products;
    this.product =
        load(
            tables.product(),
            "id, position, name, slogan, description, category, default_price",
            database);
    this.feature = load(tables.feature(), "product_id, id, feature, value", database);
    this.style =
        load(
            tables.style(),
            "product_id, id, name, original_price, sale_price, is_default",
            database);
    this.photo = load(tables.photo(), "style_id, id, url, thumbnail_url", database);
    this.sku = load(tables.sku(), "style_id, id, size, quantity", database);
    this.related = load(tables.related(), "product_id, id, related_product_id", database);
  }

  List<TableLoad> all() {
    return List.of(product, feature, style, photo, sku, related);
  }

  void write(Row row) throws InterruptedException {
    switch (row) {
      case ProductRow each -> writeProduct(each.product());
      case FeatureRow each -> {
        feature.line().number(each.productId()).number(each.id()).text(each.feature().feature());
        text(feature, each.feature().value());
        feature.row(each.id());
      }
      case StyleRow each -> writeStyle(each);
      case PhotoRow each -> {
        photo.line().number(each.styleId()).number(each.id());
        text(photo, each.photo().url());
        text(photo, each.photo().thumbnailUrl());
        photo.row(each.id());
      }
      case SkuRow each -> {
        sku.line().number(each.styleId()).number(each.id()).text(each.sku().size());
        sku.line().number(each.sku().quantity());
        sku.row(each.id());
      }
      case RelatedRow each -> {
        related.line().number(each.productId()).number(each.id());
        related.line().number(each.relatedProductId());
        related.row(each.id());
      }
    }
  }

  private void writeProduct(Product each) throws InterruptedException {
    product
        .line()
        .number(each.id())
        .number(products.rank(each.id()))
        .text(each.name())
        .text(each.slogan())
        .text(each.description())
        .text(each.category())
        .cents(each.defaultPrice().cents());
    product.row(each.id());
  }

  private void writeStyle(StyleRow each) throws InterruptedException {
    TsvLines line = style.line();
    line.number(each.productId()).number(each.id()).text(each.name());
    line.cents(each.originalPrice().cents());
    Optional<Price> salePrice = each.salePrice();
    if (salePrice.isPresent()) {
      line.cents(salePrice.get().cents());
    } else {
      line.nothing();
    }
    line.number(each.isDefault() ? 1 : 0);
    style.row(each.id());
  }

  private static void text(TableLoad table, Optional<String> text) {
    if (text.isPresent()) {
      table.line().text(text.get());
    } else {
      table.line().nothing();
    }
  }

  private static TableLoad load(String table, String columns, Database database) {
    return new TableLoad(table, columns, TEXT, database);
  }
}
