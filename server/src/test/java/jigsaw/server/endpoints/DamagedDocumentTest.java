package jigsaw.server.endpoints;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import jigsaw.catalog.GzipEncoder;
import jigsaw.server.cache.AnswerCache;
import jigsaw.server.cache.CacheCounters;
import jigsaw.server.cache.CacheSettings;
import jigsaw.server.cache.SharedCache;
import jigsaw.server.content.Answer;
import jigsaw.server.content.AnswerEncoder;
import jigsaw.server.content.ConstantFields;
import jigsaw.server.content.Outcome;
import jigsaw.server.content.Pending;
import jigsaw.server.store.CatalogKey;
import jigsaw.server.store.CatalogStore;
import jigsaw.server.store.Generation;
import jigsaw.server.store.Lookup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A document that cannot be unpacked fails the answers it is part of, and only while it is there.
class DamagedDocumentTest {
  private static final Duration LONG = Duration.ofMinutes(1);

  private final Map<Long, byte[]> documents = new HashMap<>();
  private final AnswerEncoder encoder =
      new AnswerEncoder(new ConstantFields("public, max-age=60", "*", 600));
  private final AnswerCache cache =
      new AnswerCache(
          new AnswerCache.Sources(
              new MapStore(),
              SharedCache.NONE,
              new CatalogAnswers(encoder),
              encoder,
              new CacheCounters()),
          // Nothing is small enough to be kept, so every question goes to the store.
          new CacheSettings(0, LONG, LONG, LONG, LONG, 0),
          System::nanoTime);
  private final IdsEndpoint ids = new IdsEndpoint(cache, Refusals.of(encoder), encoder);

  @BeforeEach
  void fill() {
    documents.put(CatalogKey.product(1), gzip("{\"id\":1,\"features\":[]}"));
    cache.goLive(new Generation(1, "one", 1));
  }

  @Test
  void failsAListOfIdsUntilItIsMended() {
    byte[] intact = damage(CatalogKey.product(1));
    assertThat(status(ids.serve("1"))).isEqualTo(500);
    documents.put(CatalogKey.product(1), intact);
    assertThat(status(ids.serve("1"))).isEqualTo(200);
  }

  @Test
  void failsADocumentThatClaimsANegativeLength() {
    byte[] document = documents.getOrDefault(CatalogKey.product(1), new byte[0]);
    document[document.length - 1] = (byte) 0x80;
    assertThat(status(cache.find(CatalogKey.product(1)))).isEqualTo(500);
  }

  /// Changes the CRC-32 of a document and returns a copy of what it was.
  private byte[] damage(long key) {
    byte[] document = documents.getOrDefault(key, new byte[0]);
    byte[] intact = document.clone();
    document[document.length - 8] ^= 1;
    return intact;
  }

  private static byte[] gzip(String json) {
    try (GzipEncoder gzip = new GzipEncoder(6)) {
      return gzip.encode(json.getBytes(StandardCharsets.US_ASCII));
    }
  }

  /// 0 for what is still under way.
  private static int status(Outcome outcome) {
    List<Answer> answers = new ArrayList<>();
    switch (outcome) {
      case Answer answer -> answers.add(answer);
      case Pending pending -> pending.whenComplete(answers::add);
    }
    return answers.isEmpty() ? 0 : answers.getFirst().status();
  }

  private final class MapStore implements CatalogStore {
    @Override
    public void find(Generation generation, long key, Consumer<Lookup> receiver) {
      byte[] document = documents.get(key);
      receiver.accept(document == null ? Lookup.ABSENT : new Lookup.Found(document));
    }

    @Override
    public void findAll(Generation generation, List<Long> keys, Consumer<List<Lookup>> receiver) {
      List<Lookup> lookups = new ArrayList<>();
      keys.forEach(key -> find(generation, key, lookups::add));
      receiver.accept(lookups);
    }
  }
}
