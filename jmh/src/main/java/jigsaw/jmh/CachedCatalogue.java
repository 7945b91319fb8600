package jigsaw.jmh;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import jigsaw.catalog.CatalogJson;
import jigsaw.catalog.GzipEncoder;
import jigsaw.server.cache.AnswerCache;
import jigsaw.server.cache.CacheCounters;
import jigsaw.server.cache.CacheSettings;
import jigsaw.server.cache.SharedCache;
import jigsaw.server.content.AnswerEncoder;
import jigsaw.server.content.ConstantFields;
import jigsaw.server.endpoints.CatalogAnswers;
import jigsaw.server.endpoints.Routes;
import jigsaw.server.http.RouteTable;
import jigsaw.server.store.CatalogKey;
import jigsaw.server.store.CatalogStore;
import jigsaw.server.store.Generation;
import jigsaw.server.store.Lookup;

/// The server's cache and routes above a store that has every product at hand.
public final class CachedCatalogue {
  private static final CacheSettings SETTINGS =
      new CacheSettings(
          64 << 20,
          Duration.ofHours(1),
          Duration.ofSeconds(30),
          Duration.ofHours(1),
          Duration.ofSeconds(30),
          100_000);

  private final AnswerEncoder encoder =
      new AnswerEncoder(
          new ConstantFields("public, max-age=60, stale-while-revalidate=30", "*", 86_400));
  private final AnswerCache answers;

  public CachedCatalogue() {
    answers =
        new AnswerCache(
            new AnswerCache.Sources(
                new Documents(),
                SharedCache.NONE,
                new CatalogAnswers(encoder),
                encoder,
                new CacheCounters()),
            SETTINGS,
            System::nanoTime);
    answers.goLive(new Generation(1, "1", 1_000_000));
  }

  public AnswerEncoder encoder() {
    return encoder;
  }

  public RouteTable routes() {
    return Routes.table(answers, encoder);
  }

  /// Finished documents, made when asked for.
  private static final class Documents implements CatalogStore {
    private final CatalogJson json = new CatalogJson();

    @Override
    public void find(Generation generation, long key, Consumer<Lookup> receiver) {
      receiver.accept(document(key));
    }

    @Override
    public void findAll(Generation generation, List<Long> keys, Consumer<List<Lookup>> receiver) {
      receiver.accept(keys.stream().<Lookup>map(this::document).toList());
    }

    private Lookup document(long key) {
      int id = CatalogKey.subject(key);
      try (GzipEncoder gzip = new GzipEncoder(6)) {
        return switch (CatalogKey.kind(key)) {
          case PRODUCT ->
              new Lookup.Found(
                  gzip.encode(
                      json.product(SampleCatalogue.product(id), SampleCatalogue.features(2))));
          case STYLES ->
              new Lookup.Found(gzip.encode(json.styles(id, SampleCatalogue.styles(2, 3, 6))));
          case RELATED -> new Lookup.Found(json.related(new int[] {1, 2, 3, 4}));
          case WHOLE_PAGE, LIST_PAGE, LIST_AFTER -> Lookup.ABSENT;
        };
      }
    }
  }
}
