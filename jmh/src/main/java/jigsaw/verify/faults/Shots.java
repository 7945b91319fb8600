package jigsaw.verify.faults;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// Some of the requests of a load, to be counted and measured.
record Shots(List<Shot> all) {
  Shots {
    all = List.copyOf(all);
  }

  Shots of(Kind kind) {
    return only(shot -> shot.kind == kind);
  }

  /// Those that were due from one moment (`System.nanoTime`) until before another.
  Shots between(long from, long until) {
    return only(shot -> shot.dueNanos - from >= 0 && shot.dueNanos - until < 0);
  }

  Shots only(Predicate<Shot> wanted) {
    return new Shots(all.stream().filter(wanted).toList());
  }

  int count() {
    return all.size();
  }

  int count(Predicate<Shot> wanted) {
    return (int) all.stream().filter(wanted).count();
  }

  /// Milliseconds that so large a share did not exceed; 1 gives the slowest, 0 stands for none.
  double millis(double share) {
    return quantile(all.stream().mapToDouble(Shot::millis).toArray(), share);
  }

  /// The same for how late requests were sent.
  double lateMillis(double share) {
    return quantile(all.stream().mapToDouble(Shot::lateMillis).toArray(), share);
  }

  /// How many had which status; 0 stands for a broken connection.
  Map<Integer, Long> statuses() {
    return all.stream()
        .collect(Collectors.groupingBy(shot -> shot.status, TreeMap::new, Collectors.counting()));
  }

  /// How long after a moment (`System.nanoTime`) the last was due; 0 if there is none.
  double lastSecondsSince(long nanos) {
    return all.stream().mapToDouble(shot -> (shot.dueNanos - nanos) / 1e9).max().orElse(0);
  }

  /// How many were due in which second since a moment (`System.nanoTime`).
  Map<Long, Long> secondsSince(long nanos) {
    return all.stream()
        .collect(
            Collectors.groupingBy(
                shot -> Math.floorDiv(shot.dueNanos - nanos, TimeUnit.SECONDS.toNanos(1)),
                TreeMap::new,
                Collectors.counting()));
  }

  private static double quantile(double[] values, double share) {
    Arrays.sort(values);
    return values.length == 0 ? 0 : values[Math.max(0, (int) Math.ceil(share * values.length) - 1)];
  }
}
