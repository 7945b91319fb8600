package jigsaw.embedded;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// The catalogue that a person asked for: six files, a number of invented products, or any.
record Catalogue(Optional<Path> csv, OptionalInt products) {
  static final int DEFAULT_PRODUCTS = 10_000;
  static final int MAX_PRODUCTS = 100_000_000;

  /// @throws EmbeddedException that names the option, its value and what was expected
  Catalogue {
    if (products.isPresent() && csv.isPresent()) {
      throw new EmbeddedException("--products and --csv: expected one of them, not both");
    }
    if (products.isPresent() && (products.getAsInt() < 1 || products.getAsInt() > MAX_PRODUCTS)) {
      throw new EmbeddedException(
          "--products: '" + products.getAsInt() + "', expected 1 to " + MAX_PRODUCTS);
    }
    if (csv.isPresent() && !Files.isReadable(csv.get().resolve("product.csv"))) {
      throw new EmbeddedException(
          "--csv: '" + csv.get() + "', expected a folder with a readable product.csv");
    }
  }

  /// Whether whatever is loaded will do.
  boolean isAny() {
    return csv.isEmpty() && products.isEmpty();
  }

  int productsToGenerate() {
    return products.orElse(DEFAULT_PRODUCTS);
  }

  Source source(List<String> etlOptions) {
    return csv.map(folder -> Source.csv(folder, etlOptions))
        .orElseGet(() -> Source.generated(productsToGenerate(), etlOptions));
  }
}
