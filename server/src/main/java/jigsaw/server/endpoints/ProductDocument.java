package jigsaw.server.endpoints;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// The JSON of one product with its features, as [jigsaw.catalog.CatalogJson] writes it.
final class ProductDocument {
  /// `features` is the last key. These bytes cannot stand inside a text, where quotes are escaped.
  private static final byte[] FEATURES = ",\"features\":[".getBytes(StandardCharsets.US_ASCII);

  private ProductDocument() {}

  /// The same product as lists show it.
  static byte[] withoutFeatures(byte[] product) {
    for (int at = 0; at <= product.length - FEATURES.length; at++) {
      if (Arrays.equals(product, at, at + FEATURES.length, FEATURES, 0, FEATURES.length)) {
        byte[] shorter = Arrays.copyOf(product, at + 1);
        shorter[at] = '}';
        return shorter;
      }
    }
    return product;
  }
}
