package jigsaw.etl.row;

import java.util.Optional;
import jigsaw.catalog.Feature;
import jigsaw.catalog.Photo;
import jigsaw.catalog.Price;
import jigsaw.catalog.Product;
import jigsaw.catalog.Sku;

/// One valid row of a file. Every row belongs to one product, photos and skus through their style.
public sealed interface Row {
  /// The id in its file.
  int id();

  int productId();

  /// A row of product.csv.
  record ProductRow(Product product) implements Row {
    @Override
    public int id() {
      return product.id();
    }

    @Override
    public int productId() {
      return product.id();
    }
  }

  /// A row of features.csv.
  record FeatureRow(int id, int productId, Feature feature) implements Row {}

  /// A row of styles.csv.
  record StyleRow(
      int id,
      int productId,
      String name,
      Price originalPrice,
      Optional<Price> salePrice,
      boolean isDefault)
      implements Row {}

  /// A row of photos.csv with the product of its style.
  record PhotoRow(int id, int styleId, int productId, Photo photo) implements Row {}

  /// A row of skus.csv with the product of its style.
  record SkuRow(int styleId, int productId, Sku sku) implements Row {
    @Override
    public int id() {
      return sku.id();
    }
  }

  /// A row of related.csv.
  record RelatedRow(int id, int productId, int relatedProductId) implements Row {}
}
