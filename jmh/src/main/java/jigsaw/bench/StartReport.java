package jigsaw.bench;

import java.util.Formatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/// What the starts of each kind took, and whether that is what was promised.
record StartReport(Map<String, List<Start>> starts, StartOptions options) {
  static final int WINDOW_SECONDS = 5;

  /// The kind that the limits are for.
  static final String GOAL = "AOT cache, warm-up";

  /// With more refusals a request looks cheaper than it is.
  static final double REFUSED_LIMIT_PERCENT = 1;

  private static final double READY_LIMIT_MILLIS = 3_000;
  private static final double RATIO_LIMIT = 2;

  /// One start: milliseconds until ready, the first seconds and steady ones.
  record Start(double readyMillis, Window first, Window steady) {}

  /// CPU microseconds a request, and the percentage that was not answered with 200.
  record Window(double micros, double refused) {}

  /// The table, and the verdicts if the kind that they are for was measured.
  String text() {
    double steady =
        median(
            starts.values().stream().flatMap(List::stream).toList(), start -> start.steady.micros);
    try (Formatter text = new Formatter(Locale.ROOT)) {
      text.format(
          "%n%d starts of each kind, %,d requests a second, steady after %d s, %,d products%n%n",
          options.rounds, options.rate, WINDOW_SECONDS + options.settleSeconds, options.products);
      text.format(
          "%-24s %8s %13s %12s %15s %9s %6s%n",
          "", "ready ms", "fastest-slow", "first 5 s µs", "refused at most", "steady µs", "ratio");
      starts.forEach((kind, list) -> line(text, kind, list, steady));
      if (starts.containsKey(GOAL)) {
        verdicts(text, starts.get(GOAL), steady);
      }
      return text.toString();
    }
  }

  private static void line(Formatter text, String kind, List<Start> starts, double steady) {
    double first = median(starts, start -> start.first.micros);
    text.format(
        "%-24s %8.0f %13s %12.0f %14.2f%% %9.0f %6.2f%n",
        kind,
        median(starts, Start::readyMillis),
        range(starts),
        first,
        mostRefused(starts),
        median(starts, start -> start.steady.micros),
        first / steady);
  }

  private static void verdicts(Formatter text, List<Start> starts, double steady) {
    text.format(
        "%nready with AOT cache and warm-up           ≤ %.0f ms  %s%n",
        READY_LIMIT_MILLIS,
        median(starts, Start::readyMillis) <= READY_LIMIT_MILLIS ? "met" : "MISSED");
    double ratio = median(starts, start -> start.first.micros) / steady;
    String verdict = ratio <= RATIO_LIMIT ? "met" : "MISSED";
    text.format(
        "its first 5 s ÷ steady of all, %4.0f µs     ≤ %.2f     %s%n",
        steady,
        RATIO_LIMIT,
        mostRefused(starts) > REFUSED_LIMIT_PERCENT
            ? "not judged, too many requests were refused"
            : verdict);
  }

  private static String range(List<Start> starts) {
    var millis = starts.stream().mapToDouble(Start::readyMillis).summaryStatistics();
    return String.format(Locale.ROOT, "%.0f-%.0f", millis.getMin(), millis.getMax());
  }

  private static double mostRefused(List<Start> starts) {
    return starts.stream().mapToDouble(start -> start.first.refused).max().orElse(0);
  }

  private static double median(List<Start> starts, ToDoubleFunction<Start> part) {
    return Line.median(starts.stream().map(part::applyAsDouble).toList());
  }
}
