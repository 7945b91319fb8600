package jigsaw.server;

import java.util.List;
import java.util.function.LongSupplier;
import jigsaw.server.accesslog.AccessLogWriter;
import jigsaw.server.cache.CacheCounters;
import jigsaw.server.http.Refusal;
import jigsaw.server.metrics.ServerMetrics;
import jigsaw.server.store.MySqlCatalogStore;
import org.slf4j.event.Level;

/// The failures that requests meet, each with its sentence in the log. Connections that were only
/// idle are none.
final class FailureKinds {
  private FailureKinds() {}

  static List<FailureWatch.Kind> of(
      MySqlCatalogStore store,
      CacheCounters counters,
      ServerMetrics metrics,
      AccessLogWriter accessLog) {
    return List.of(
        kind(
            Level.WARN,
            "{} questions were refused at once: too many waited for the database",
            store::queueRefusals),
        kind(
            Level.WARN,
            "{} questions waited too long for a database thread and were refused",
            store::queueExpiries),
        kind(
            Level.WARN,
            "{} answers were 503: neither cache nor database had them",
            counters::unavailable),
        kind(
            Level.WARN,
            "{} answers were past their time: no new ones could be fetched",
            counters::staleOnError),
        kind(
            Level.WARN,
            "{} answers were 503: they took too long",
            metrics.refusals(Refusal.ANSWER_DEADLINE)),
        kind(
            Level.WARN,
            "{} connections were closed at once: too many were open",
            metrics.refusals(Refusal.CONNECTION_LIMIT)),
        kind(Level.WARN, "{} lines of the access log were dropped", accessLog::dropped),
        kind(
            Level.INFO,
            "{} requests were refused: they were not valid HTTP",
            metrics.refusals(Refusal.FAULTY_REQUEST)),
        kind(
            Level.INFO,
            "{} connections were closed: a request did not arrive in time",
            metrics.refusals(Refusal.REQUEST_TIMEOUT)),
        kind(
            Level.INFO,
            "{} connections were closed: the client took none of its answer",
            metrics.refusals(Refusal.WRITE_TIMEOUT)));
  }

  private static FailureWatch.Kind kind(Level level, String sentence, LongSupplier count) {
    return new FailureWatch.Kind(level, sentence, count);
  }
}
