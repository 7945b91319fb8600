package jigsaw.etl.generate;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import jigsaw.etl.generate.ProductDraft.FeatureDraft;
import jigsaw.etl.generate.ProductDraft.StyleDraft;

/// The first products, read from `first-products.txt`: a block of lines each, see its head.
final class HandWritten {
  private static final String RESOURCE = "first-products.txt";

  private HandWritten() {}

  static List<ProductDraft> products() {
    return Arrays.stream(text().replaceAll("(?m)^#.*\\R", "").strip().split("\\R\\R", -1))
        .map(HandWritten::product)
        .toList();
  }

  private static ProductDraft product(String block) {
    List<FeatureDraft> features = new ArrayList<>();
    List<StyleDraft> styles = new ArrayList<>();
    List<Integer> related = new ArrayList<>();
    String[] product = {};
    for (String line : block.lines().toList()) {
      String[] cells = line.split("\\s*\\|\\s*", -1);
      switch (cells[0]) {
        case "product" -> product = cells;
        case "feature" -> features.add(feature(cells));
        case "style" -> styles.add(style(cells));
        case "related" ->
            Arrays.stream(cells[1].split(" ", -1)).map(Integer::valueOf).forEach(related::add);
        default -> throw new IllegalStateException(RESOURCE + ": " + line);
      }
    }
    long price = Long.parseLong(product[5]);
    return new ProductDraft(
        product[1], product[2], product[3], product[4], price, features, styles, related);
  }

  private static FeatureDraft feature(String[] cells) {
    return new FeatureDraft(
        cells[1], cells[2].isEmpty() ? Optional.empty() : Optional.of(cells[2]));
  }

  private static StyleDraft style(String[] cells) {
    return new StyleDraft(
        cells[1],
        cells[2].isEmpty() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(cells[2])),
        Long.parseLong(cells[3]),
        cells[4].equals("default"),
        Integer.parseInt(cells[5]),
        switch (cells[6]) {
          case "clothes" -> Vocabulary.CLOTHES_SIZES;
          case "shoes" -> Vocabulary.SHOE_SIZES;
          default -> List.of();
        });
  }

  private static String text() {
    try (InputStream in = HandWritten.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException(RESOURCE + " is missing from the jar");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(RESOURCE, e);
    }
  }
}
