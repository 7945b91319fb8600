package jigsaw.jmh;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// A page with a plot for each benchmark. `runs` are the results by the names of their files, in
/// their order.
record HistoryPage(Map<String, Map<String, BenchmarkResult>> runs) {
  private static final int WIDTH = 360;
  private static final int HEIGHT = 120;
  private static final int MARGIN = 10;

  private static final String STYLE =
      """
      body { font: 14px/1.4 system-ui, sans-serif; margin: 2rem auto; max-width: 80rem; \
      padding: 0 1rem; color: #222; background: #fff }
      main { display: grid; grid-template-columns: repeat(auto-fill, minmax(370px, 1fr)); \
      gap: 1.5rem }
      h2 { font-size: .9rem; margin: 0; overflow-wrap: anywhere }
      p { margin: .1rem 0; color: #555 }
      svg { width: 100%; background: #f6f7f9; border-radius: 4px }
      .line { fill: none; stroke: #2563eb; stroke-width: 1.5 }
      .error { stroke: #93b4f5; stroke-width: 1 }
      .run { fill: #2563eb }
      """;

  /// The whole page.
  String html() {
    StringBuilder page = new StringBuilder(16_384);
    page.append("<!doctype html>\n<html lang=\"en\"><meta charset=\"utf-8\">")
        .append("<meta name=\"viewport\" content=\"width=device-width\">")
        .append("<title>Micro-benchmarks</title><style>")
        .append(STYLE)
        .append("</style>\n<h1>Micro-benchmarks</h1>\n<p>")
        .append(escaped(String.join(" → ", runs.keySet())))
        .append("</p>\n<p>Time of an operation; bars are 99.9 % confidence intervals. Each plot")
        .append(" begins at zero.</p>\n<main>\n");
    names().forEach(name -> plot(page, name));
    return page.append("</main></html>\n").toString();
  }

  private Set<String> names() {
    Set<String> names = new LinkedHashSet<>();
    runs.values().forEach(run -> names.addAll(run.keySet()));
    return names;
  }

  private void plot(StringBuilder page, String name) {
    List<Map.Entry<String, BenchmarkResult>> points = new ArrayList<>();
    runs.forEach((file, run) -> {
      BenchmarkResult result = run.get(name);
      if (result != null) {
        points.add(Map.entry(file, result));
      }
    });
    double top =
        points.stream()
            .map(point -> point.getValue().time())
            .mapToDouble(time -> time.value() + time.error())
            .max()
            .orElse(1);
    BenchmarkResult last = points.getLast().getValue();
    page.append("<section><h2>")
        .append(escaped(last.shortName()))
        .append("</h2><p>")
        .append(escaped(last.time().toString()))
        .append(last.allocation().map(bytes -> ", " + escaped(bytes.toString())).orElse(""))
        .append("</p><svg viewBox=\"0 0 " + WIDTH + ' ' + HEIGHT + "\" role=\"img\">");
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < points.size(); i++) {
      double x =
          MARGIN + (WIDTH - 2.0 * MARGIN) * (points.size() == 1 ? 0.5 : i / (points.size() - 1.0));
      point(page, x, top, points.get(i));
      line.append(text(x))
          .append(',')
          .append(text(y(points.get(i).getValue().time().value(), top)));
      line.append(' ');
    }
    page.append("<polyline class=\"line\" points=\"").append(line).append("\"/></svg></section>\n");
  }

  private static void point(
      StringBuilder page, double x, double top, Map.Entry<String, BenchmarkResult> run) {
    Measurement time = run.getValue().time();
    page.append(
        "<line class=\"error\" x1=\"%1$s\" x2=\"%1$s\" y1=\"%2$s\" y2=\"%3$s\"/>"
            .formatted(
                text(x),
                text(y(time.value() + time.error(), top)),
                text(y(Math.max(0, time.value() - time.error()), top))));
    page.append(
        "<circle class=\"run\" r=\"3\" cx=\"%s\" cy=\"%s\"><title>%s: %s</title></circle>"
            .formatted(
                text(x),
                text(y(time.value(), top)),
                escaped(run.getKey()),
                escaped(time.toString())));
  }

  private static double y(double value, double top) {
    return HEIGHT - MARGIN - (HEIGHT - 2.0 * MARGIN) * (top == 0 ? 0 : value / top);
  }

  private static String text(double coordinate) {
    return String.format(Locale.ROOT, "%.1f", coordinate);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
