package jigsaw.server.cache;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;
import jigsaw.server.content.Answer;
import jigsaw.server.content.AnswerEncoder;
import jigsaw.server.content.Outcome;
import jigsaw.server.content.Pending;
import jigsaw.server.content.Problem;
import jigsaw.server.store.CatalogStore;
import jigsaw.server.store.Generation;
import org.jspecify.annotations.Nullable;

/// Gives the live generation's answers: from memory, else from the shared cache, else from the
/// store. Never blocks; safe for use by several threads.
public final class AnswerCache {
  private final Sources sources;
  private final CacheSettings settings;
  private final LongSupplier nanoClock;
  private final Answer unavailable;
  // Replaced as a whole when a generation goes live.
  private volatile @Nullable GenerationCache current;

  public AnswerCache(Sources sources, CacheSettings settings, LongSupplier nanoClock) {
    this.sources = sources;
    this.settings = settings;
    this.nanoClock = nanoClock;
    unavailable = sources.encoder().problem(Problem.UNAVAILABLE);
  }

  /// What a cache works with: where answers come from and how they are made.
  public record Sources(
      CatalogStore store,
      SharedCache shared,
      AnswerMaker maker,
      AnswerEncoder encoder,
      CacheCounters counters) {}

  /// From now on `generation` is asked; answers of an earlier one are given to nobody but those who
  /// already wait for them.
  public void goLive(Generation generation) {
    current = new GenerationCache(generation, sources, settings, nanoClock);
  }

  /// The generation that is asked; empty before the first.
  public Optional<Generation> generation() {
    return Optional.ofNullable(current).map(GenerationCache::generation);
  }

  /// The answer to a key of [jigsaw.server.store.CatalogKey].
  public Outcome find(long key) {
    GenerationCache cache = current;
    return cache == null ? unavailable : cache.find(key);
  }

  /// One answer made of the answers to many keys, all of one generation.
  public Outcome combine(List<Long> keys, Function<List<Answer>, Answer> combiner) {
    GenerationCache cache = current;
    if (cache == null) {
      return unavailable;
    }
    Pending combined = new Pending();
    cache.gather(keys, answers -> combined.complete(combiner.apply(answers)));
    return combined;
  }

  /// How many bytes the answers in memory take, roughly.
  public long weightBytes() {
    GenerationCache cache = current;
    return cache == null ? 0 : cache.weightBytes();
  }
}
