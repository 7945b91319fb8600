package jigsaw.loadtest.plan;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// What one load test does: for each kind of traffic, each load, in consecutive rounds.
///
/// @param warmUp sent before the first round of each traffic, reported apart
/// @param hotIds how many products are asked for, 0 for all of the catalogue
/// @param stopsWhenItBends ends at the first load that misses the reference verdict
public record Plan(
    String name,
    String about,
    List<Traffic> traffic,
    int hotIds,
    Optional<Segment> warmUp,
    List<Load> loads,
    int rounds,
    boolean stopsWhenItBends) {
  public Plan {
    traffic = List.copyOf(traffic);
    loads = List.copyOf(loads);
    if (traffic.isEmpty() || loads.isEmpty()) {
      throw new IllegalArgumentException("a plan needs traffic and at least one load");
    }
    if (rounds < 1 || rounds > 1000) {
      throw new IllegalArgumentException("rounds must be from 1 to 1000");
    }
    if (hotIds < 0) {
      throw new IllegalArgumentException("hot ids must not be negative");
    }
  }

  public Plan withTraffic(List<Traffic> other) {
    return new Plan(name, about, other, hotIds, warmUp, loads, rounds, stopsWhenItBends);
  }

  public Plan withHotIds(int other) {
    return new Plan(name, about, traffic, other, warmUp, loads, rounds, stopsWhenItBends);
  }

  public Plan withRounds(int other) {
    return new Plan(name, about, traffic, hotIds, warmUp, loads, other, stopsWhenItBends);
  }

  public Plan withoutWarmUp() {
    return new Plan(
        name, about, traffic, hotIds, Optional.empty(), loads, rounds, stopsWhenItBends);
  }

  /// One load in place of all, of the first one's length.
  public Plan withRate(double rate) {
    Segment first = loads.getFirst().segments().getFirst();
    return withLoads(List.of(new Load(List.of(first.withRate(rate)))));
  }

  public Plan withDuration(Duration duration) {
    return withLoads(
        loads.stream().map(load -> load.map(segment -> segment.withDuration(duration))).toList());
  }

  private Plan withLoads(List<Load> other) {
    return new Plan(name, about, traffic, hotIds, warmUp, other, rounds, stopsWhenItBends);
  }

  /// How long all of it takes, warm-up included, pauses between rounds not.
  public Duration duration() {
    Duration rates = loads.stream().map(Load::duration).reduce(Duration.ZERO, Duration::plus);
    return rates
        .multipliedBy(rounds)
        .plus(warmUp.map(Segment::duration).orElse(Duration.ZERO))
        .multipliedBy(traffic.size());
  }
}
