package jigsaw.jmh;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Two runs side by side: what each benchmark took before and after, and which got worse.
///
/// Allocated bytes decide, because they hardly depend on the machine; time is shown, and decides
/// only if a threshold for it is given.
record Comparison(
    Map<String, BenchmarkResult> before,
    Map<String, BenchmarkResult> after,
    double threshold,
    Optional<Double> timeThreshold) {
  /// Below this, differences are the measurement's own doing: a thread's buffers, a timer.
  private static final double SLACK_BYTES = 1;

  /// The names of the benchmarks that got worse.
  List<String> regressions() {
    List<String> worse = new ArrayList<>();
    after.forEach((name, now) -> {
      BenchmarkResult then = before.get(name);
      if (then != null && (isLarger(then, now) || isSlower(then, now))) {
        worse.add(name);
      }
    });
    return worse;
  }

  /// The table, one benchmark a line.
  String table() {
    StringBuilder text = new StringBuilder();
    row(text, "benchmark", "before", "after", "ratio", "B/op before", "B/op after", "");
    after.forEach((name, now) -> {
      BenchmarkResult then = before.get(name);
      if (then == null) {
        row(
            text,
            now.shortName(),
            "-",
            now.time().toString(),
            "",
            "-",
            now.allocatedBytes(),
            "new");
      } else {
        row(
            text,
            now.shortName(),
            then.time().toString(),
            now.time().toString(),
            String.format(
                Locale.ROOT, "%.3f ± %.3f", now.time().ratioTo(then.time()), ratioError(then, now)),
            then.allocatedBytes(),
            now.allocatedBytes(),
            verdict(then, now));
      }
    });
    before.values().stream()
        .filter(then -> !after.containsKey(then.name()))
        .forEach(then -> row(text, then.shortName(), "", "", "", "", "", "gone"));
    return text.toString();
  }

  private String verdict(BenchmarkResult then, BenchmarkResult now) {
    if (isLarger(then, now)) {
      return "ALLOCATES MORE";
    }
    return isSlower(then, now) ? "SLOWER" : "";
  }

  private boolean isLarger(BenchmarkResult then, BenchmarkResult now) {
    return then.allocation().isPresent()
        && now.allocation().isPresent()
        && now.allocation().get().isWorseThan(then.allocation().get(), threshold, SLACK_BYTES);
  }

  private boolean isSlower(BenchmarkResult then, BenchmarkResult now) {
    return timeThreshold.isPresent() && now.time().isWorseThan(then.time(), timeThreshold.get(), 0);
  }

  /// The error of a quotient whose two errors do not depend on each other.
  private static double ratioError(BenchmarkResult then, BenchmarkResult now) {
    double errorNow = now.time().error() / now.time().value();
    double errorThen = then.time().error() / then.time().value();
    return now.time().ratioTo(then.time()) * Math.hypot(errorNow, errorThen);
  }

  private static void row(StringBuilder text, String... cells) {
    text.append("%-58s %26s %26s %16s %12s %12s  %s%n".formatted((Object[]) cells));
  }
}
