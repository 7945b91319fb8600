package jigsaw.server.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import jigsaw.server.content.Answer;
import jigsaw.server.content.AnswerEncoder;
import jigsaw.server.content.ConstantFields;
import jigsaw.server.store.CatalogKey;
import org.junit.jupiter.api.Test;

class LocalCacheTest {
  private static final int BYTES = 1 << 20;
  private static final int ANSWER_BYTES = 1_000;
  private static final int HOT = 100;
  private static final int COLD = 100_000;

  /// Between two requests for the same hot id are more others than answers fit: a cache that keeps
  /// what came last keeps none of them.
  private static final int COLD_FOR_EACH_HOT = 10;

  private final Answer answer =
      new AnswerEncoder(new ConstantFields("max-age=60", "*", 600)).json(new byte[ANSWER_BYTES]);
  private final LocalCache cache =
      new LocalCache(
          new CacheSettings(
              BYTES,
              Duration.ofHours(1),
              Duration.ZERO,
              Duration.ZERO,
              Duration.ofSeconds(30),
              1_000),
          System::nanoTime);

  @Test
  void keepsWhatIsAskedForOftenWhileSomebodyAsksForEverythingOnce() {
    for (int round = 0; round < 10; round++) {
      for (int id = 1; id <= HOT; id++) {
        ask(id);
      }
    }
    for (int i = 0; i < COLD; i++) {
      ask(1_000 + i);
      if (i % COLD_FOR_EACH_HOT == 0) {
        ask(1 + i / COLD_FOR_EACH_HOT % HOT);
      }
    }
    long kept = IntStream.rangeClosed(1, HOT).filter(this::isKept).count();
    assertThat(kept).isGreaterThan(HOT / 2);
    assertThat(cache.weightBytes()).isLessThanOrEqualTo(BYTES + 64L * ANSWER_BYTES);
  }

  private void ask(int id) {
    if (!isKept(id)) {
      cache.keep(CatalogKey.product(id), 0, answer);
    }
  }

  private boolean isKept(int id) {
    return cache.find(CatalogKey.product(id)) != null;
  }
}
