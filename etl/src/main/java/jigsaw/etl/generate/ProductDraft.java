package jigsaw.etl.generate;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// One product before its rows have ids. Prices are whole currency units.
record ProductDraft(
    String name,
    String slogan,
    String description,
    String category,
    long price,
    List<FeatureDraft> features,
    List<StyleDraft> styles,
    List<Integer> related) {

  ProductDraft {
    features = List.copyOf(features);
    styles = List.copyOf(styles);
    related = List.copyOf(related);
  }

  /// A property of a product; some, such as a promise, have no value.
  record FeatureDraft(String feature, Optional<String> value) {}

  /// One style; `sizes` are those of its skus, none for a style that is not sold by size.
  record StyleDraft(
      String name,
      OptionalLong salePrice,
      long price,
      boolean isDefault,
      int photos,
      List<String> sizes) {

    StyleDraft {
      sizes = List.copyOf(sizes);
    }
  }
}
