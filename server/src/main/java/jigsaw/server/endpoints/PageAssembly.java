package jigsaw.server.endpoints;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import jigsaw.server.cache.AnswerMaker.Parts;
import jigsaw.server.content.Answer;
import jigsaw.server.store.CatalogKey;
import jigsaw.server.store.Lookup;
import jigsaw.server.store.Refusal;

/// Puts a whole product page together from the documents it is made of: first the product, its
/// styles and its related ids, then product and styles of each related one.
final class PageAssembly {
  private static final int PRODUCT = 0;
  private static final int STYLES = 1;
  private static final int RELATED = 2;

  private PageAssembly() {}

  static void assemble(int id, Parts parts, Consumer<Lookup> receiver) {
    List<Long> own = List.of(CatalogKey.product(id), CatalogKey.styles(id), CatalogKey.related(id));
    parts.gather(
        own,
        answers -> {
          if (anyFailed(answers)) {
            receiver.accept(new Lookup.Unavailable(Refusal.FAILED));
          } else if (answers.stream().anyMatch(answer -> answer.status() != 200)) {
            receiver.accept(Lookup.ABSENT);
          } else {
            withRelated(id, answers, parts, receiver);
          }
        });
  }

  private static void withRelated(
      int id, List<Answer> own, Parts parts, Consumer<Lookup> receiver) {
    List<Long> keys = new ArrayList<>();
    relatedIds(body(own.get(RELATED)))
        .filter(related -> related != id)
        .distinct()
        .forEach(related -> {
          keys.add(CatalogKey.product(related));
          keys.add(CatalogKey.styles(related));
        });
    parts.gather(
        keys,
        related ->
            receiver.accept(
                anyFailed(related)
                    ? new Lookup.Unavailable(Refusal.FAILED)
                    : new Lookup.Found(page(own, related))));
  }

  private static byte[] page(List<Answer> own, List<Answer> related) {
    List<byte[]> pairs = new ArrayList<>();
    for (int index = 0; index < related.size(); index += 2) {
      Answer product = related.get(index);
      Answer styles = related.get(index + 1);
      if (product.status() == 200 && styles.status() == 200) {
        pairs.add(pair(product, styles).ascii("}").toBytes());
      }
    }
    return pair(own.get(PRODUCT), own.get(STYLES))
        .ascii(",\"related\":")
        .value(JsonBytes.array(pairs))
        .ascii("}")
        .toBytes();
  }

  private static JsonBytes pair(Answer product, Answer styles) {
    return new JsonBytes(product.weightBytes() + styles.weightBytes())
        .ascii("{\"product\":")
        .value(body(product))
        .ascii(",\"styles\":")
        .value(body(styles));
  }

  /// The numbers in a JSON array of positive whole numbers.
  private static Stream<Integer> relatedIds(byte[] json) {
    String list = new String(json, 1, json.length - 2, StandardCharsets.US_ASCII);
    return list.isEmpty() ? Stream.empty() : Arrays.stream(list.split(",")).map(Integer::valueOf);
  }

  private static boolean anyFailed(List<Answer> answers) {
    return answers.stream().anyMatch(answer -> answer.status() >= 500);
  }

  private static byte[] body(Answer answer) {
    return answer.representation(false).body();
  }
}
