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
        warning(
            "{} questions were refused at once: too many waited for the database",
            store::queueRefusals),
        warning(
            "{} questions waited too long for a database thread and were refused",
            store::queueExpiries),
        warning("{} answers were 503: neither cache nor database had them", counters::unavailable),
        warning(
            "{} answers were past their time: no new ones could be fetched",
            counters::staleOnError),
        warning(
            "{} answers were 503: they took too long", metrics.refusals(Refusal.ANSWER_DEADLINE)),
        warning(
            "{} connections were closed at once: too many were open",
            metrics.refusals(Refusal.CONNECTION_LIMIT)),
        warning(
            "{} connections were closed at once: too many from one address were open",
            metrics.refusals(Refusal.ADDRESS_LIMIT)),
        warning("{} lines of the access log were dropped", accessLog::dropped),
        note(
            "{} requests were refused: they were not valid HTTP",
            metrics.refusals(Refusal.FAULTY_REQUEST)),
        note(
            "{} connections were closed: a request did not arrive in time",
            metrics.refusals(Refusal.REQUEST_TIMEOUT)),
        note(
            "{} connections were closed: the client took none of its answer",
            metrics.refusals(Refusal.WRITE_TIMEOUT)));
  }

  private static FailureWatch.Kind warning(String sentence, LongSupplier count) {
    return new FailureWatch.Kind(Level.WARN, sentence, count);
  }

  private static FailureWatch.Kind note(String sentence, LongSupplier count) {
    return new FailureWatch.Kind(Level.INFO, sentence, count);
  }
}
