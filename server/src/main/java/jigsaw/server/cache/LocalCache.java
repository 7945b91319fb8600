package jigsaw.server.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.LongSupplier;
import jigsaw.server.content.Answer;
import org.jspecify.annotations.Nullable;

/// The answers of one generation in this process's memory, bounded in bytes, and the ids known to
/// be unknown, bounded in number.
final class LocalCache {
  /// Times differ by up to this share, so that what was cached together does not expire together.
  private static final double JITTER = 0.1;

  /// An answer may take one part in this many of the cache; larger ones are served and not kept.
  private static final int MIN_ANSWERS = 64;

  private static final int ENTRY_OVERHEAD_BYTES = 128;
  private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);

  // Bounded in bytes alone: an answer knows its own times, and a cache that looked at them too
  // would ask for the time once more with every hit. Its housekeeping is done by whoever asks:
  // little work, and to wake another thread for it costs more.
  private final Cache<CacheKey, CachedAnswer> answers;
  private final Cache<CacheKey, Boolean> unknown;
  private final CacheSettings settings;
  private final LongSupplier nanoClock;

  LocalCache(CacheSettings settings, LongSupplier nanoClock) {
    this.settings = settings;
    this.nanoClock = nanoClock;
    answers =
        Caffeine.newBuilder()
            .executor(Runnable::run)
            .maximumWeight(settings.localBytes())
            .weigher((CacheKey _, CachedAnswer cached) -> weight(cached.answer()))
            .build();
    unknown =
        Caffeine.newBuilder()
            .executor(Runnable::run)
            .maximumSize(settings.negativeEntries())
            .expireAfterWrite(settings.negativeTtl())
            .ticker(nanoClock::getAsLong)
            .build();
  }

  /// What is kept for `key`, fresh or not.
  @Nullable CachedAnswer find(long key) {
    return answers.getIfPresent(CacheKey.probe(key));
  }

  boolean isFresh(CachedAnswer cached) {
    return cached.isFresh(nanoClock.getAsLong());
  }

  /// The answer to serve while a new one is fetched; none if it is too old for that.
  Optional<Answer> whileRevalidating(CachedAnswer cached) {
    long now = nanoClock.getAsLong();
    return cached.mayBeServedStale(now) ? Optional.of(cached.stale(now)) : Optional.empty();
  }

  boolean isKnownUnknown(long key) {
    return unknown.getIfPresent(CacheKey.probe(key)) != null;
  }

  /// `stamp` is that of the flight that brought the answer; one from before a change does not
  /// replace one from after it.
  void keep(long key, long stamp, Answer answer) {
    if (weight(answer) > settings.localBytes() / MIN_ANSWERS) {
      return;
    }
    long ttl = settings.ttl().toNanos();
    long early = (long) (ttl * JITTER * ThreadLocalRandom.current().nextDouble());
    long now = nanoClock.getAsLong();
    long freshUntil = now + ttl - early;
    long serveUntil = freshUntil + settings.staleWhileRevalidate().toNanos();
    long keepUntil = freshUntil + settings.staleIfError().toNanos();
    answers
        .asMap()
        .merge(
            CacheKey.of(key),
            new CachedAnswer(answer, stamp, now, freshUntil, serveUntil, keepUntil),
            (kept, brought) -> brought.stamp() < kept.stamp() ? kept : brought);
  }

  void keepUnknown(long key) {
    answers.invalidate(CacheKey.of(key));
    unknown.put(CacheKey.of(key), Boolean.TRUE);
  }

  /// The answer to serve although no new one could be fetched; it then counts as fresh for a
  /// moment, so that not every request tries again.
  Optional<CachedAnswer> afterFailure(long key) {
    CachedAnswer cached = answers.getIfPresent(CacheKey.probe(key));
    long now = nanoClock.getAsLong();
    if (cached == null || !cached.mayReplaceFailure(now)) {
      return Optional.empty();
    }
    cached.postpone(now, now + PAUSE_AFTER_FAILURE.toNanos());
    return Optional.of(cached);
  }

  long weightBytes() {
    return answers
        .policy()
        .eviction()
        .map(eviction -> eviction.weightedSize().orElse(0))
        .orElse(0L);
  }

  /// How many bytes of the cache an answer takes.
  static int weight(Answer answer) {
    return answer.weightBytes() + ENTRY_OVERHEAD_BYTES;
  }
}
