package jigsaw.etl.row;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jigsaw.catalog.Feature;
import jigsaw.catalog.Photo;
import jigsaw.catalog.Price;
import jigsaw.catalog.Sku;
import jigsaw.etl.CsvFolder;
import jigsaw.etl.csv.Reject;
import jigsaw.etl.row.Row.FeatureRow;
import jigsaw.etl.row.Row.PhotoRow;
import jigsaw.etl.row.Row.RelatedRow;
import jigsaw.etl.row.Row.SkuRow;
import jigsaw.etl.row.Row.StyleRow;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RowReaderTest {
  @TempDir private Path folder;
  private final List<String> rejects = new ArrayList<>();
  private CatalogFolder files = new CatalogFolder(Path.of(""), reject -> {});

  @BeforeEach
  void listenToRejects() {
    files = new CatalogFolder(folder, this::note);
  }

  @Test
  void acceptsEveryAllowedShape() throws InterruptedException {
    Parents parents = parents("clean");
    assertThat(all(files.products(counts(CatalogFile.PRODUCT))))
        .extracting(row -> row.product().name() + row.product().defaultPrice())
        .containsExactly(
            "Moss Hat140.00", "Plain Socks12.50", "Ünï Scarf ☃😀5000000.00", "Lonely Lamp0.00");
    assertThat(all(files.styles(parents, counts(CatalogFile.STYLES))))
        .contains(style(10, 1, "Green & Black", 14_000, Optional.empty(), true))
        .contains(style(30, 5, "Grey", 50_000_000_000L, Optional.of(new Price(0)), false));
    assertThat(all(files.features(parents, counts(CatalogFile.FEATURES))))
        .contains(new FeatureRow(3, 1, new Feature("null", Optional.empty())))
        .contains(new FeatureRow(2, 1, new Feature("Buttons", Optional.of("null"))));
    assertThat(all(files.photos(parents, counts(CatalogFile.PHOTOS))))
        .contains(new PhotoRow(3, 12, 1, new Photo(Optional.empty(), Optional.empty())));
    assertThat(all(files.skus(parents, counts(CatalogFile.SKUS))))
        .contains(new SkuRow(10, 1, new Sku(3, "S", Integer.MAX_VALUE)));
    assertThat(all(files.related(parents, counts(CatalogFile.RELATED))))
        .contains(new RelatedRow(3, 1, 1), new RelatedRow(5, 5, 9));
    assertThat(rejects).isEmpty();
  }

  @Test
  void judgesProducts() throws InterruptedException {
    parents("dirty");
    FileCounts counts = counts(CatalogFile.PRODUCT);
    assertThat(all(files.products(counts)))
        .extracting(row -> row.id() + " " + row.product().name() + row.product().defaultPrice())
        .containsExactly(
            "1 Moss Hat140.00",
            "2 Named Price49.00",
            "17 Spaced quotes10.00",
            "5 Second is valid10.00",
            "2147483647 Last9999999999.99");
    assertThat(counts.lines()).isEqualTo(26);
    assertThat(counts.loaded()).isEqualTo(5);
    assertThat(counts.repaired()).isEqualTo(1);
    assertThat(counts.rejected()).isEqualTo(21);
    assertThat(rejects)
        .startsWith(
            "4  unclosed quote, and with one appended: expected 6 columns, found 5",
            "5  text behind a closing quote, or a quote that is never closed",
            "6 default_price negative price",
            "7 default_price not a price from 0 to 9999999999.99 with at most two decimals",
            "8 default_price not a price from 0 to 9999999999.99 with at most two decimals",
            "9 default_price null is not allowed here",
            "10 default_price not a price from 0 to 9999999999.99 with at most two decimals",
            "11 id duplicate id, an earlier row has it",
            "12 name null is not allowed here",
            "13 category text longer than 64 characters",
            "14  bytes that are not UTF-8",
            "15  NUL byte",
            "16  expected 6 columns, found 5",
            "17  expected 6 columns, found 7",
            "18 id id 0, expected 1 to 2147483647",
            "19 id number above 2147483647",
            "20 id not a whole number",
            "21  empty line")
        .endsWith("26 name text longer than 255 characters");
  }

  @Test
  void judgesStyles() throws InterruptedException {
    Parents parents = parents("dirty");
    assertThat(all(files.styles(parents, counts(CatalogFile.STYLES))))
        .extracting(StyleRow::id)
        .containsExactly(10, 16);
    assertThat(rejects)
        .containsExactly(
            "3 productId product does not exist",
            "4 default_style expected 0, 1, true or false",
            "5 sale_price not a price from 0 to 9999999999.99 with at most two decimals",
            "6 original_price null is not allowed here",
            "7  unclosed quote, and with one appended: expected 6 columns, found 3",
            "9 id duplicate id, an earlier row has it");
  }

  @Test
  void judgesFeatures() throws InterruptedException {
    Parents parents = parents("dirty");
    FileCounts counts = counts(CatalogFile.FEATURES);
    assertThat(all(files.features(parents, counts)))
        .extracting(FeatureRow::id, row -> row.feature().value().orElse(""))
        .extracting(Object::toString)
        .containsExactly("(1, \"Canvas\")", "(4, \"x\")", "(6, \"one\")", "(7, \"two\")");
    assertThat(counts.repaired()).isEqualTo(2);
    assertThat(rejects)
        .containsExactly(
            "2 product_id product does not exist",
            "3 feature null is not allowed here",
            "5  unclosed quote, and with one appended: text behind a closing quote,"
                + " or a quote that is never closed",
            "6 id duplicate id, an earlier row has it");
  }

  @Test
  void judgesPhotosSkusAndRelated() throws InterruptedException {
    Parents parents = parents("dirty");
    assertThat(all(files.photos(parents, counts(CatalogFile.PHOTOS))))
        .extracting(PhotoRow::photo)
        .containsExactly(
            photo("https://img.example/a", "https://img.example/a-small"),
            photo("https://img.example/b", "https://img.example/b-small"),
            new Photo(Optional.empty(), Optional.of("null")));
    assertThat(all(files.skus(parents, counts(CatalogFile.SKUS))))
        .extracting(SkuRow::id)
        .containsExactly(1, 9);
    assertThat(all(files.related(parents, counts(CatalogFile.RELATED))))
        .extracting(RelatedRow::id)
        .containsExactly(1, 5, 6);
    assertThat(rejects)
        .containsExactly(
            "4 styleId style does not exist",
            "5 url text longer than 2048 characters",
            "3 quantity negative number",
            "4 quantity not a whole number",
            "5 quantity number above 2147483647",
            "6 quantity empty, expected a number",
            "7 size null is not allowed here",
            "8 styleId style does not exist",
            "9 size text longer than 32 characters",
            "3 related_product_id related product 0 means none",
            "4 related_product_id related product does not exist",
            "5 current_product_id product does not exist",
            "8 id duplicate id, an earlier row has it");
  }

  private Parents parents(String theme) throws InterruptedException {
    CsvFolder.of(theme, folder);
    return Parents.read(folder, counts(CatalogFile.PRODUCT), counts(CatalogFile.STYLES));
  }

  private void note(Reject reject) {
    rejects.add(reject.line() + " " + reject.column() + " " + reject.reason());
  }

  private static <R extends Row> List<R> all(RowReader<R> reader) {
    List<R> all = new ArrayList<>();
    try (reader) {
      for (List<R> rows = reader.next(); !rows.isEmpty(); rows = reader.next()) {
        all.addAll(rows);
      }
    }
    return all;
  }

  private static FileCounts counts(CatalogFile file) {
    return new FileCounts(file);
  }

  private static StyleRow style(
      int id, int product, String name, long cents, Optional<Price> sale, boolean isDefault) {
    return new StyleRow(id, product, name, new Price(cents), sale, isDefault);
  }

  private static Photo photo(String url, String thumbnail) {
    return new Photo(Optional.of(url), Optional.of(thumbnail));
  }
}
