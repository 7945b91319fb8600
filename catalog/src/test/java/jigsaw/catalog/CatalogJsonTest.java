package jigsaw.catalog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class CatalogJsonTest {
  private static final Product PRODUCT =
      new Product(
          1,
          "Harbour Coat",
          "Rain is only water",
          "It's \"the\" coat,  warm & dry / é 👟",
          "Jackets",
          new Price(14000));

  private static final String PRODUCT_FIELDS =
      "\"id\":1,\"name\":\"Harbour Coat\",\"slogan\":\"Rain is only water\",\"description\":"
          + "\"It's \\\"the\\\" coat,  warm & dry / é 👟\",\"category\":\"Jackets\","
          + "\"default_price\":\"140.00\"";

  private final CatalogJson json = new CatalogJson();

  @Test
  void writesAProductWithItsFeaturesLast() {
    byte[] written =
        json.product(
            PRODUCT,
            List.of(
                new Feature("Fabric", Optional.of("Canvas")),
                new Feature("UV Protection", Optional.empty())));

    assertThat(text(written))
        .isEqualTo(
            "{"
                + PRODUCT_FIELDS
                + ",\"features\":[{\"feature\":\"Fabric\",\"value\":\"Canvas\"},"
                + "{\"feature\":\"UV Protection\",\"value\":null}]}");
  }

  @Test
  void writesAnEmptyArrayForAProductWithoutFeatures() {
    assertThat(text(json.product(PRODUCT, List.of())))
        .isEqualTo("{" + PRODUCT_FIELDS + ",\"features\":[]}");
  }

  @Test
  void writesAListWithoutFeatures() {
    assertThat(text(json.products(List.of(PRODUCT, PRODUCT))))
        .isEqualTo("[{" + PRODUCT_FIELDS + "},{" + PRODUCT_FIELDS + "}]");
    assertThat(text(json.products(List.of()))).isEqualTo("[]");
  }

  @Test
  void writesStylesWithPhotosAndSkus() {
    Style style =
        new Style(
            1,
            "Forest & Black",
            new Price(14000),
            Optional.of(new Price(10000)),
            true,
            List.of(new Photo(Optional.of("https://p/1"), Optional.of("https://t/1"))),
            List.of(new Sku(1, "XS", 8), new Sku(2, "S", 0)));

    assertThat(text(json.styles(16060, List.of(style))))
        .isEqualTo(
            "{\"product_id\":\"16060\",\"results\":[{\"style_id\":1,\"name\":\"Forest & Black\","
                + "\"original_price\":\"140.00\",\"sale_price\":\"100.00\",\"default?\":true,"
                + "\"photos\":[{\"thumbnail_url\":\"https://t/1\",\"url\":\"https://p/1\"}],"
                + "\"skus\":{\"1\":{\"quantity\":8,\"size\":\"XS\"},"
                + "\"2\":{\"quantity\":0,\"size\":\"S\"}}}]}");
  }

  @Test
  void givesAStyleWithoutPhotosOrSkusOneOfNulls() {
    Style bare = new Style(7, "Bare", new Price(0), Optional.empty(), false, List.of(), List.of());

    assertThat(text(json.styles(5, List.of(bare))))
        .isEqualTo(
            "{\"product_id\":\"5\",\"results\":[{\"style_id\":7,\"name\":\"Bare\","
                + "\"original_price\":\"0.00\",\"sale_price\":null,\"default?\":false,"
                + "\"photos\":[{\"thumbnail_url\":null,\"url\":null}],"
                + "\"skus\":{\"null\":{\"quantity\":null,\"size\":null}}}]}");
  }

  @Test
  void writesNoResultsForAProductWithoutStyles() {
    assertThat(text(json.styles(5, List.of()))).isEqualTo("{\"product_id\":\"5\",\"results\":[]}");
  }

  @Test
  void writesRelatedIdsAsNumbersWithDuplicates() {
    assertThat(text(json.related(new int[] {2, 3, 3, 1}))).isEqualTo("[2,3,3,1]");
    assertThat(text(json.related(new int[0]))).isEqualTo("[]");
  }

  private static String text(byte[] json) {
    return new String(json, UTF_8);
  }
}
