package jigsaw.loadtest.plan;

import java.util.Locale;
import java.util.Optional;

/// What visitors ask for: one endpoint alone, or whole page views.
public enum Traffic {
  PRODUCT(1),
  STYLES(1),
  RELATED(1),
  LIST(1),
  /// Page views as front ends make them; see [jigsaw.loadtest.traffic.PageView].
  MIX(11.1);

  private final double requestsPerVisit;

  Traffic(double requestsPerVisit) {
    this.requestsPerVisit = requestsPerVisit;
  }

  /// How many requests a visit makes on average, so that a rate of requests gives one of visits.
  public double requestsPerVisit() {
    return requestsPerVisit;
  }

  public static Optional<Traffic> named(String name) {
    for (Traffic traffic : values()) {
      if (traffic.toString().equals(name)) {
        return Optional.of(traffic);
      }
    }
    return Optional.empty();
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
