package jigsaw.server.endpoints;

import jigsaw.server.cache.AnswerMaker;
import jigsaw.server.content.Answer;
import jigsaw.server.content.AnswerEncoder;
import jigsaw.server.store.CatalogKey;
import jigsaw.server.store.Generation;
import jigsaw.server.store.Lookup;

/// Turns what the store has into answers, with the fields that lists carry.
public record CatalogAnswers(AnswerEncoder encoder) implements AnswerMaker {
  /// Compressing larger bodies would hold up an event loop; the thread that fetched them does it.
  private static final int LARGE_BYTES = 8 * 1024;

  @Override
  public Answer render(Generation generation, long key, Lookup.Found found) {
    int count = CatalogKey.count(key);
    long total = generation.products();
    Answer answer =
        switch (CatalogKey.kind(key)) {
          case PRODUCT, STYLES, WHOLE_PAGE -> encoder.document(found.body());
          case RELATED -> encoder.json(found.body());
          case LIST_PAGE -> {
            String link = ListLinks.numbered(CatalogKey.subject(key), count, total);
            yield encoder.list(found.body(), link, total);
          }
          case LIST_AFTER ->
              encoder.list(found.body(), ListLinks.keyset(count, found.nextAfter()), total);
        };
    if (found.body().length >= LARGE_BYTES) {
      // Asking for a representation makes it.
      var _ = answer.representation(true);
      var _ = answer.representation(false);
    }
    return answer;
  }
}
