package jigsaw.server;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import jigsaw.catalog.Feature;
import jigsaw.catalog.Photo;
import jigsaw.catalog.Price;
import jigsaw.catalog.Product;
import jigsaw.catalog.Sku;
import jigsaw.catalog.Style;

/// A small catalogue with every shape that front ends meet.
final class TestCatalogue {
  private TestCatalogue() {}

  /// Six products, ids with gaps; `mark` ends every product's name, so that two loads differ.
  static List<CatalogueEntry> everyShape(String mark) {
    return List.of(
        camoOnesie(mark),
        bare(2, mark),
        incomplete(mark),
        odd(mark),
        bare(8, mark),
        bare(Integer.MAX_VALUE, mark));
  }

  /// `count` products with one style each and the name `mark`.
  static List<CatalogueEntry> uniform(int count, String mark) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(id ->
            new CatalogueEntry(
                product(id, mark, "1.00"),
                List.of(new Feature("Mark", Optional.of(mark))),
                List.of(style(id, mark, Optional.empty(), true, List.of(), List.of())),
                List.of(id % count + 1)))
        .toList();
  }

  private static CatalogueEntry camoOnesie(String mark) {
    var photos =
        List.of(photo("https://images.example/1.jpg"), photo("https://images.example/2.jpg"));
    var skus = List.of(new Sku(1, "XS", 8), new Sku(2, "S", 0), new Sku(3, "S", 17));
    return new CatalogueEntry(
        new Product(
            1,
            "Camo Onesie" + mark,
            "Blend in to your crowd",
            "The So Fatigues will wake you up and fit you in.",
            "Jackets",
            price("140")),
        List.of(
            new Feature("Fabric", Optional.of("Canvas")),
            new Feature("UV Protection", Optional.empty())),
        List.of(
            style(1, "Forest Green & Black", Optional.empty(), true, photos, skus),
            style(2, "Desert Brown", Optional.of(price("35")), false, photos, List.of())),
        List.of(2, 3, 3, 1, 5));
  }

  /// Nothing but the product itself.
  private static CatalogueEntry bare(int id, String mark) {
    return new CatalogueEntry(product(id, "Bare" + mark, "0.00"), List.of(), List.of(), List.of());
  }

  private static CatalogueEntry incomplete(String mark) {
    var nothing = new Photo(Optional.empty(), Optional.empty());
    return new CatalogueEntry(
        product(3, "Incomplete" + mark, "40.50"),
        List.of(),
        List.of(
            style(
                5, "No photos", Optional.empty(), false, List.of(), List.of(new Sku(9, "7.5", 1))),
            style(6, "Null photo", Optional.empty(), false, List.of(nothing), List.of())),
        List.of(1));
  }

  private static CatalogueEntry odd(String mark) {
    return new CatalogueEntry(
        new Product(
            5,
            "Größe \"XL\"  ☃ 😀" + mark,
            "back\\slash, <tag> & 'apostrophe'",
            "features\",\"features\":[",
            "日本",
            price("9999999999.99")),
        List.of(new Feature("a,b", Optional.of("\",\"features\":["))),
        List.of(
            style(7, "Dear", Optional.of(price("500000000")), true, List.of(), List.of()),
            style(9, "Also default", Optional.empty(), true, List.of(), List.of())),
        List.of());
  }

  private static Product product(int id, String name, String price) {
    return new Product(id, name, "slogan", "description", "Category", price(price));
  }

  private static Style style(
      int id,
      String name,
      Optional<Price> sale,
      boolean isDefault,
      List<Photo> photos,
      List<Sku> skus) {
    return new Style(id, name, price("140"), sale, isDefault, photos, skus);
  }

  private static Photo photo(String url) {
    return new Photo(Optional.of(url), Optional.of(url + "?thumb"));
  }

  private static Price price(String text) {
    return Price.parse(text).orElseThrow();
  }
}
