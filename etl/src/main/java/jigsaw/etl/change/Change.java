package jigsaw.etl.change;

import java.util.Optional;
import jigsaw.catalog.Price;

/// One change of a price or of stock. Values are what is to be, not differences, so that the same
/// change may be made twice.
public sealed interface Change {
  /// The product whose answer changes.
  int productId();

  int styleId();

  /// New prices of a style; an empty original price stays as it is.
  record StylePrices(int productId, int styleId, Optional<Price> originalPrice, SalePrice sale)
      implements Change {}

  /// New stock of a sku.
  record SkuQuantity(int productId, int styleId, int skuId, int quantity) implements Change {}

  /// What becomes of a sale price.
  sealed interface SalePrice {
    /// It stays as it is.
    record Kept() implements SalePrice {}

    /// The style is sold at its original price again.
    record Removed() implements SalePrice {}

    /// It is this from now on.
    record Now(Price price) implements SalePrice {}
  }
}
