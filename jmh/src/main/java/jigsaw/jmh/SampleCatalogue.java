package jigsaw.jmh;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import jigsaw.catalog.Feature;
import jigsaw.catalog.Photo;
import jigsaw.catalog.Price;
import jigsaw.catalog.Product;
import jigsaw.catalog.Sku;
import jigsaw.catalog.Style;

/// Invented products of the size that real ones have: a mean one and one of the largest.
public final class SampleCatalogue {
  private static final String DESCRIPTION =
      "Rerum ut velit quia molestiae fugit aut dolores. Itaque nobis et soluta est. Minus qui "
          + "autem magni numquam et dolorem. Sequi porro et laborum in deserunt sed. Ab quam "
          + "pariatur ut placeat ullam omnis deleniti.";
  private static final List<String> SIZES =
      List.of("XS", "S", "M", "L", "XL", "XXL", "7", "8", "9", "10", "11");

  private SampleCatalogue() {}

  public static Product product(int id) {
    return new Product(
        id,
        "Mafalda " + id + " Shorts",
        "Quo dolorum maxime quia reprehenderit officia ipsam",
        DESCRIPTION,
        "Shorts",
        new Price(14_000));
  }

  /// Two are the mean.
  public static List<Feature> features(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> new Feature("Feature " + i, i % 3 == 2 ? Optional.empty() : value(i)))
        .toList();
  }

  /// Two styles of three photos and six sizes are the mean, six of six and eleven are large.
  public static List<Style> styles(int count, int photos, int sizes) {
    return IntStream.range(0, count)
        .mapToObj(i ->
            new Style(
                1_000_000 + i,
                "Forest Green & Black " + i,
                new Price(14_000),
                i % 2 == 0 ? Optional.empty() : Optional.of(new Price(9_900)),
                i == 0,
                IntStream.range(0, photos).mapToObj(SampleCatalogue::photo).toList(),
                IntStream.range(0, sizes).mapToObj(s -> sku(i, s)).toList()))
        .toList();
  }

  private static Photo photo(int number) {
    String base = "https://images.test/photo-" + (1_501_088_430_049L + number * 7_919L);
    String tail = "?ixlib=rb-1.2.1&ixid=eyJhcHBfaWQiOjEyMDd9&auto=format&fit=crop&w=";
    return new Photo(Optional.of(base + tail + "2775&q=80"), Optional.of(base + tail + "300&q=80"));
  }

  private static Sku sku(int style, int size) {
    return new Sku(5_000_000 + style * 11 + size, SIZES.get(size), 3 + size * 5 % 17);
  }

  private static Optional<String> value(int number) {
    return Optional.of("Canvas and rubber " + number);
  }
}
