package jigsaw.server.ops;

import static jigsaw.server.http.Route.changeable;
import static jigsaw.server.http.Route.route;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import jigsaw.server.content.Answer;
import jigsaw.server.content.AnswerEncoder;
import jigsaw.server.http.RouteTable;
import jigsaw.server.log.Logging;
import jigsaw.server.metrics.ServerMetrics;

/// What the second port answers.
public record OpsRoutes(
    AnswerEncoder encoder,
    Readiness readiness,
    ServerMetrics metrics,
    Logging logging,
    Supplier<Map<String, Object>> status) {
  private static final String TEXT = "text/plain; charset=utf-8";
  private static final String PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8";
  private static final String JSON = "application/json; charset=utf-8";

  public RouteTable table() {
    return RouteTable.of(
        route("/health/live", _ -> momentary(200, TEXT, "alive\n")),
        route("/health/ready", _ -> ready()),
        route("/metrics", _ -> encoder.momentary(200, "OK", PROMETHEUS, metrics.text())),
        changeable("/log-level", new LogLevelEndpoint(encoder, logging)),
        route("/status", _ -> momentary(200, JSON, StatusJson.of(status.get()))));
  }

  private Answer ready() {
    String state = readiness.state().name().toLowerCase(Locale.ROOT) + "\n";
    return readiness.isReady() ? momentary(200, TEXT, state) : momentary(503, TEXT, state);
  }

  private Answer momentary(int status, String contentType, String body) {
    return encoder.momentary(
        status,
        status == 200 ? "OK" : "Service Unavailable",
        contentType,
        body.getBytes(StandardCharsets.UTF_8));
  }
}
