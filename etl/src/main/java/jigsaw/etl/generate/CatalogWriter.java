package jigsaw.etl.generate;

import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;
import jigsaw.etl.generate.ProductDraft.FeatureDraft;
import jigsaw.etl.generate.ProductDraft.StyleDraft;

/// Writes products into the six files and gives their rows ids. Used by one thread.
final class CatalogWriter {
  private final Map<GeneratedFile, CsvWriter> files;
  private final Map<GeneratedFile, RowIds> ids = new EnumMap<>(GeneratedFile.class);
  private final RandomGenerator random;
  private final PhotoUrls urls;
  private long rows;

  /// The files stay open; whoever made them closes them.
  CatalogWriter(Map<GeneratedFile, CsvWriter> files, RandomGenerator random) {
    this.files = Map.copyOf(files);
    this.random = random;
    this.urls = new PhotoUrls(random);
    for (GeneratedFile file : GeneratedFile.values()) {
      ids.put(file, new RowIds(random));
    }
  }

  void write(int id, ProductDraft product) throws IOException {
    file(GeneratedFile.PRODUCT)
        .row(id)
        .text(product.name())
        .text(product.slogan())
        .text(product.description())
        .text(product.category())
        .number(product.price())
        .endRow();
    rows++;
    features(id, product.features());
    styles(id, product.styles());
    related(id, product.related());
  }

  /// Rows written so far, all files together.
  long rows() {
    return rows;
  }

  private void features(int productId, List<FeatureDraft> features) throws IOException {
    RowIds own = nextIds(GeneratedFile.FEATURES, features.size());
    for (int place = 0; place < features.size(); place++) {
      int row = own.rowAt(place);
      FeatureDraft feature = features.get(row);
      CsvWriter csv =
          file(GeneratedFile.FEATURES).row(own.id(row)).number(productId).text(feature.feature());
      feature.value().map(csv::text).orElseGet(csv::nothing).endRow();
    }
  }

  private void styles(int productId, List<StyleDraft> styles) throws IOException {
    RowIds own = nextIds(GeneratedFile.STYLES, styles.size());
    for (int place = 0; place < styles.size(); place++) {
      int row = own.rowAt(place);
      StyleDraft style = styles.get(row);
      CsvWriter csv =
          file(GeneratedFile.STYLES).row(own.id(row)).number(productId).text(style.name());
      OptionalLong sale = style.salePrice();
      (sale.isPresent() ? csv.number(sale.getAsLong()) : csv.nothing())
          .number(style.price())
          .number(style.isDefault() ? 1 : 0)
          .endRow();
    }
    for (int row = 0; row < styles.size(); row++) {
      photos(own.id(row), styles.get(row).photos());
      skus(own.id(row), styles.get(row).sizes());
    }
  }

  private void photos(long styleId, int number) throws IOException {
    RowIds own = nextIds(GeneratedFile.PHOTOS, number);
    for (int place = 0; place < number; place++) {
      CsvWriter csv = file(GeneratedFile.PHOTOS).row(own.id(own.rowAt(place))).number(styleId);
      if (random.nextInt(500) == 0) {
        csv.nothing().nothing().endRow();
      } else {
        byte[] photo = urls.photo();
        csv.text(photo, urls.width()).text(photo, urls.thumbnailWidth()).endRow();
      }
    }
  }

  /// Now and then a style has two skus of one size.
  private void skus(long styleId, List<String> sizes) throws IOException {
    RowIds own = nextIds(GeneratedFile.SKUS, sizes.size());
    boolean hasTwins = random.nextInt(50) == 0;
    for (int place = 0; place < sizes.size(); place++) {
      int row = own.rowAt(place);
      file(GeneratedFile.SKUS)
          .row(own.id(row))
          .number(styleId)
          .text(sizes.get(hasTwins && row == 1 ? 0 : row))
          .number(random.nextInt(60))
          .endRow();
    }
  }

  private void related(int productId, List<Integer> related) throws IOException {
    RowIds own = nextIds(GeneratedFile.RELATED, related.size());
    for (int place = 0; place < related.size(); place++) {
      int row = own.rowAt(place);
      file(GeneratedFile.RELATED)
          .row(own.id(row))
          .number(productId)
          .number(related.get(row))
          .endRow();
    }
  }

  private RowIds nextIds(GeneratedFile file, int number) {
    rows += number;
    RowIds own = Objects.requireNonNull(ids.get(file));
    own.next(number);
    return own;
  }

  private CsvWriter file(GeneratedFile file) {
    return Objects.requireNonNull(files.get(file));
  }
}
