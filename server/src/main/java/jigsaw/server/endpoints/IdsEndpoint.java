package jigsaw.server.endpoints;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import jigsaw.server.cache.AnswerCache;
import jigsaw.server.content.Answer;
import jigsaw.server.content.AnswerEncoder;
import jigsaw.server.content.Outcome;
import jigsaw.server.store.CatalogKey;

/// `GET /products?ids=3,1,2`: products in the order asked for, as in every list without features.
record IdsEndpoint(AnswerCache answers, Refusals refusals, AnswerEncoder encoder) {
  static final int MAX_IDS = 100;

  private static final int MAX_DIGITS = 10;

  Outcome serve(String text) {
    Optional<List<Long>> asked = parse(text);
    if (asked.isEmpty()) {
      return refusals.ids();
    }
    List<Long> ids = asked.get();
    List<Long> keys =
        ids.stream()
            .filter(id -> id <= Integer.MAX_VALUE)
            .map(id -> CatalogKey.product(id.intValue()))
            .toList();
    return answers.combine(keys, found -> list(ids, found));
  }

  private Answer list(List<Long> ids, List<Answer> found) {
    if (found.stream().anyMatch(answer -> answer.status() >= 500)) {
      return refusals.unavailable();
    }
    List<byte[]> products =
        found.stream()
            .filter(answer -> answer.status() == 200)
            .map(answer -> ProductDocument.withoutFeatures(answer.representation(false).body()))
            .toList();
    String canonical = ids.stream().map(String::valueOf).collect(Collectors.joining(","));
    String link = ListLinks.single("/products?ids=" + canonical);
    return encoder.list(JsonBytes.array(products), link, products.size());
  }

  /// Empty unless the text is a list of 1 to [#MAX_IDS] positive numbers.
  private static Optional<List<Long>> parse(String text) {
    String[] parts = text.split(",", -1);
    if (parts.length > MAX_IDS) {
      return Optional.empty();
    }
    List<Long> ids = new ArrayList<>(parts.length);
    for (String part : parts) {
      long id = positive(part);
      if (id < 1) {
        return Optional.empty();
      }
      ids.add(id);
    }
    return Optional.of(ids);
  }

  /// The number, [Integer#MAX_VALUE] plus one for any that is too large for an id, 0 for what is no
  /// positive whole number.
  private static long positive(String text) {
    boolean digits = !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    if (!digits) {
      return 0;
    }
    String significant = text.replaceFirst("^0+", "");
    long tooLarge = Integer.MAX_VALUE + 1L;
    if (significant.length() > MAX_DIGITS) {
      return tooLarge;
    }
    return significant.isEmpty() ? 0 : Math.min(Long.parseLong(significant), tooLarge);
  }
}
