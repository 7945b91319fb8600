package jigsaw.server;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import jigsaw.server.cache.AnswerCache;
import jigsaw.server.cache.CacheCounters;
import jigsaw.server.cache.SharedCache;
import jigsaw.server.metrics.ServerMetrics;
import jigsaw.server.store.Generation;
import jigsaw.server.store.MySqlCatalogStore;

/// What the parts behind the endpoints show as metrics.
record ServerGauges(
    MySqlCatalogStore store, SharedCache shared, AnswerCache answers, CacheCounters counters) {
  void register(ServerMetrics metrics) {
    Map<String, LongSupplier> sources =
        new TreeMap<>(
            Map.of(
                "local", counters::localHits,
                "local_stale", counters::staleHits,
                "local_unknown", counters::negativeHits,
                "joined", counters::joinedFlights,
                "redis", counters::sharedHits,
                "database", counters::storeFetches,
                "stale_on_error", counters::staleOnError,
                "none", counters::unavailable));
    metrics.counters("jigsaw_cache_answers", "Look-ups by what answered them", "source", sources);
    metrics.gauge("jigsaw_cache_bytes", "Memory of cached answers", answers::weightBytes);
    metrics.gauge(
        "jigsaw_generation",
        "Number of the live generation, 0 before the first",
        () -> answers.generation().map(Generation::id).orElse(0));
    metrics.gauge(
        "jigsaw_last_change",
        "Number of the last change of prices or stock that is shown, 0 if there was none",
        answers::lastChange);
    metrics.gauge(
        "jigsaw_database_reachable",
        "1 while the database answers",
        () -> store.isReachable() ? 1 : 0);
    metrics.gauge("jigsaw_database_connections", "Open connections", store::connections);
    metrics.gauge("jigsaw_database_queue", "Questions that wait for a thread", store::queueLength);
    metrics.counter(
        "jigsaw_database_queue_full", "Questions refused: queue full", store::queueRefusals);
    metrics.counter(
        "jigsaw_database_queue_expired", "Questions that waited too long", store::queueExpiries);
    metrics.gauge(
        "jigsaw_redis_usable",
        "1 while Redis is asked, 0 without one or while its breaker is open",
        () -> shared.isUsable() ? 1 : 0);
  }
}
