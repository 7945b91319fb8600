package jigsaw.loadtest.drive;

import io.hyperfoil.api.config.ScenarioBuilder;
import io.hyperfoil.api.session.Session;
import io.hyperfoil.http.api.HttpMethod;
import io.hyperfoil.http.steps.HttpStepCatalog;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import jigsaw.loadtest.traffic.Visit;

/// A visit in Hyperfoil's terms: one sequence waits for its time, and one, many times concurrently,
/// makes a request. What is asked, and what the answer is worth, is decided by [ActiveVisit].
final class Scenario {
  static final String REQUEST = "request";

  private final Map<Session, ActiveVisit> visits = new ConcurrentHashMap<>();
  private final Supplier<ActiveVisit> newVisit;
  private final boolean gzip;

  Scenario(Supplier<ActiveVisit> newVisit, boolean gzip) {
    this.newVisit = newVisit;
    this.gzip = gzip;
  }

  void describe(ScenarioBuilder scenario, PhaseVisits phaseVisits) {
    scenario.maxRequests(Visit.MOST_REQUESTS).maxSequences(Visit.MOST_REQUESTS + 1);
    scenario
        .initialSequence("visit")
        .step(session -> visit(session).isDue(session, phaseVisits))
        .step(session -> {
          visit(session).begin(session);
          return true;
        });
    scenario
        .sequence(REQUEST)
        .concurrency(Visit.MOST_REQUESTS)
        .step(HttpStepCatalog.SC)
        .httpRequest(HttpMethod.GET)
        .path(session -> visit(session).path(session.currentSequence().index()))
        .headerAppender((session, head) -> {
          if (gzip) {
            head.putHeader(HttpHeaderNames.ACCEPT_ENCODING, HttpHeaderValues.GZIP);
          }
        })
        .sync(true)
        .handler()
        .autoRangeCheck(false)
        .stopOnInvalid(false)
        .status((request, status) -> {
          // Hyperfoil would answer repeated URLs of a session from a cache of its own.
          request.cacheControl.noStore = true;
          exchange(request.session).status(status);
        })
        .header((request, name, value) -> exchange(request.session).header(name, value))
        .body(fragmented ->
            (session, data, offset, length, last) -> exchange(session).append(data, offset, length))
        .onCompletion(session ->
            visit(session)
                .completed(
                    session, session.currentSequence().index(), session.currentRequest().isValid()))
        .endHandler();
  }

  private ActiveVisit visit(Session session) {
    return visits.computeIfAbsent(session, s -> newVisit.get());
  }

  private Exchange exchange(Session session) {
    return visit(session).exchange(session.currentSequence().index());
  }
}
