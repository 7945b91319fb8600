package jigsaw.loadtest.measure;

import java.util.List;
import java.util.Map;
import jigsaw.loadtest.traffic.Endpoint;
import jigsaw.loadtest.traffic.Failure;

/// The figures of one load.
///
/// @param asked requests made, right and failed ones together
/// @param repeated requests for a URL that the same visit had asked for before
/// @param latency of right answers, from the time the request was meant to be sent
/// @param service of right answers, from the time the request was really handed to the client
/// @param examples one failed request of each kind, for people
public record Measurement(
    double seconds,
    long asked,
    long right,
    long repeated,
    long bytes,
    Latency latency,
    Latency service,
    Map<Endpoint, Latency> byEndpoint,
    Map<Failure, Long> failures,
    Map<Failure, String> examples,
    List<Second> timeline,
    List<DistributionPoint> distribution,
    GeneratorHealth generator) {
  public Measurement {
    byEndpoint = Map.copyOf(byEndpoint);
    failures = Map.copyOf(failures);
    examples = Map.copyOf(examples);
    timeline = List.copyOf(timeline);
    distribution = List.copyOf(distribution);
  }

  public long failed() {
    return asked - right;
  }

  /// Answered at all, rightly or not.
  public long answered() {
    return right
        + failures.entrySet().stream()
            .filter(entry -> entry.getKey().isAnswered())
            .mapToLong(Map.Entry::getValue)
            .sum();
  }

  public double servedPerSecond() {
    return seconds == 0 ? 0 : answered() / seconds;
  }
}
