package jigsaw.loadtest.plan;

import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/// Segments that follow one another without a pause: one for a steady load, several for a spike.
public record Load(List<Segment> segments) {
  public Load {
    segments = List.copyOf(segments);
    if (segments.isEmpty()) {
      throw new IllegalArgumentException("a load needs at least one segment");
    }
  }

  public Duration duration() {
    return segments.stream().map(Segment::duration).reduce(Duration.ZERO, Duration::plus);
  }

  /// The mean rate over all segments.
  public double requestsPerSecond() {
    double requests = segments.stream().mapToDouble(s -> s.requestsPerSecond() * s.seconds()).sum();
    return requests / (duration().toMillis() / 1000.0);
  }

  public Load map(UnaryOperator<Segment> change) {
    return new Load(segments.stream().map(change).toList());
  }

  /// For example `200/s for 20s, 2000/s for 10s`.
  @Override
  public String toString() {
    return segments.stream().map(Segment::toString).collect(Collectors.joining(", "));
  }
}
