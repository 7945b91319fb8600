package jigsaw.loadtest.plan;

import java.time.Duration;

/// A constant rate of requests for a time.
public record Segment(double requestsPerSecond, Duration duration) {
  private static final double HIGHEST_RATE = 1_000_000;
  private static final Duration LONGEST = Duration.ofHours(24);

  public Segment {
    if (!(requestsPerSecond > 0 && requestsPerSecond <= HIGHEST_RATE)) {
      throw new IllegalArgumentException("rate must be above 0 and at most 1000000 requests/s");
    }
    if (duration.compareTo(Duration.ofSeconds(1)) < 0 || duration.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException("duration must be from 1s to 24h");
    }
  }

  public double seconds() {
    return duration.toMillis() / 1000.0;
  }

  public Segment withRate(double rate) {
    return new Segment(rate, duration);
  }

  public Segment withDuration(Duration other) {
    return new Segment(requestsPerSecond, other);
  }

  /// For example `100/s for 30s`.
  @Override
  public String toString() {
    String rate =
        requestsPerSecond == Math.rint(requestsPerSecond)
            ? Long.toString((long) requestsPerSecond)
            : Double.toString(requestsPerSecond);
    return rate + "/s for " + duration.toSeconds() + "s";
  }
}
