package jigsaw.server.cache;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;
import jigsaw.server.content.Answer;
import jigsaw.server.content.AnswerEncoder;
import jigsaw.server.content.Outcome;
import jigsaw.server.content.Pending;
import jigsaw.server.store.CatalogKey;
import jigsaw.server.store.CatalogStore;
import jigsaw.server.store.ChangeStamps;
import jigsaw.server.store.Generation;
import jigsaw.server.store.LiveCatalogue;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Gives the live generation's answers: from memory, else from the shared cache, else from the
/// store. Never blocks; safe for use by several threads.
public final class AnswerCache {
  private static final Logger LOG = LoggerFactory.getLogger(AnswerCache.class);

  private final Sources sources;
  private final CacheSettings settings;
  private final LongSupplier nanoClock;
  private final FixedAnswers fixed;
  // Replaced as a whole when a generation goes live.
  private volatile @Nullable GenerationCache current;

  public AnswerCache(Sources sources, CacheSettings settings, LongSupplier nanoClock) {
    this.sources = sources;
    this.settings = settings;
    this.nanoClock = nanoClock;
    fixed = FixedAnswers.of(sources.encoder());
  }

  /// What a cache works with: where answers come from and how they are made.
  public record Sources(
      CatalogStore store,
      SharedCache shared,
      AnswerMaker maker,
      AnswerEncoder encoder,
      CacheCounters counters) {}

  /// From now on this generation is asked, with the changes that its stamps tell; answers of an
  /// earlier one are given to nobody but those who already wait for them.
  public void goLive(LiveCatalogue live) {
    current = new GenerationCache(live, sources, settings, nanoClock);
  }

  /// The same for a generation in which nothing changes.
  public void goLive(Generation generation) {
    goLive(new LiveCatalogue(generation, new ChangeStamps()));
  }

  /// The number of the last change that the answers show, 0 if there was none.
  public long lastChange() {
    GenerationCache cache = current;
    return cache == null ? 0 : cache.lastChange();
  }

  /// The generation that is asked; empty before the first.
  public Optional<Generation> generation() {
    return Optional.ofNullable(current).map(GenerationCache::generation);
  }

  /// The answer to a key of [jigsaw.server.store.CatalogKey].
  public Outcome find(long key) {
    GenerationCache cache = current;
    return cache == null ? fixed.unavailable() : cache.find(key);
  }

  /// The answer to page number `page` of the products in pages of `count`, both from 1.
  public Outcome findPage(long page, int count) {
    GenerationCache cache = current;
    if (cache == null) {
      return fixed.unavailable();
    }
    // All pages beyond the end are the same empty one: no need to remember each of them.
    long existing = Math.min(page, cache.generation().firstEmptyPage(count));
    return cache.find(CatalogKey.listPage((int) existing, count));
  }

  /// One answer made of the answers to many keys, all of one generation.
  public Outcome combine(List<Long> keys, Function<List<Answer>, Answer> combiner) {
    GenerationCache cache = current;
    if (cache == null) {
      return fixed.unavailable();
    }
    Pending combined = new Pending();
    cache.gather(keys, answers -> combined.complete(combined(combiner, answers)));
    return combined;
  }

  private Answer combined(Function<List<Answer>, Answer> combiner, List<Answer> answers) {
    try {
      return combiner.apply(answers);
    } catch (RuntimeException e) {
      LOG.error("{} answers cannot be combined", answers.size(), e);
      return fixed.failed();
    }
  }

  /// How many bytes the answers in memory take, roughly.
  public long weightBytes() {
    GenerationCache cache = current;
    return cache == null ? 0 : cache.weightBytes();
  }
}
