package jigsaw.catalog;

import java.util.List;
import java.util.Optional;

/// One style of a product: photos in the order of their CSV ids, skus by ascending id.
public record Style(
    int id,
    String name,
    Price originalPrice,
    Optional<Price> salePrice,
    boolean isDefault,
    List<Photo> photos,
    List<Sku> skus) {

  public Style {
    photos = List.copyOf(photos);
    skus = List.copyOf(skus);
  }
}
