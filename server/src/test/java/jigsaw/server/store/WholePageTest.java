package jigsaw.server.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.zip.DataFormatException;
import jigsaw.catalog.GzipDecoder;
import jigsaw.catalog.GzipEncoder;
import org.junit.jupiter.api.Test;

class WholePageTest {
  private final WholePage page = new WholePage(7);

  @Test
  void showsRelatedProductsOnceInTheOrderOfTheirRelation() throws DataFormatException {
    add(30, 2);
    add(10, 3);
    add(0, 7);
    add(20, 7);
    add(40, 3);
    assertThat(json())
        .isEqualTo(
            """
            {"product":{"p":7},"styles":{"s":7},"related":[\
            {"product":{"p":3},"styles":{"s":3}},{"product":{"p":2},"styles":{"s":2}}]}\
            """);
  }

  @Test
  void hasAnEmptyArrayWithoutRelatedProducts() throws DataFormatException {
    add(0, 7);
    assertThat(json()).isEqualTo("{\"product\":{\"p\":7},\"styles\":{\"s\":7},\"related\":[]}");
  }

  @Test
  void isAbsentWithoutTheProduct() {
    add(10, 3);
    assertThat(page.toLookup()).isEqualTo(Lookup.ABSENT);
  }

  @Test
  void cannotBeHadWhenADocumentIsNone() {
    add(0, 7);
    page.add(10, 3, "no document".getBytes(UTF_8), gzip("{}"));
    assertThat(page.toLookup()).isEqualTo(new Lookup.Unavailable(Refusal.FAILED));
  }

  private void add(long relation, int product) {
    page.add(
        relation,
        product,
        gzip("{\"p\":" + product + "}"),
        ("{\"s\":" + product + "}").getBytes(UTF_8));
  }

  private String json() throws DataFormatException {
    try (GzipDecoder decoder = new GzipDecoder()) {
      assertThat(page.toLookup()).isInstanceOf(Lookup.Found.class);
      byte[] document = page.toLookup() instanceof Lookup.Found found ? found.body() : new byte[0];
      return new String(decoder.decode(document), UTF_8);
    }
  }

  private static byte[] gzip(String json) {
    try (GzipEncoder gzip = new GzipEncoder(6)) {
      return gzip.encode(json.getBytes(UTF_8));
    }
  }
}
