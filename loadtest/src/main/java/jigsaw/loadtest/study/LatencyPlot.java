package jigsaw.loadtest.study;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// A plot of mean and p99 of every load, one row each, on a logarithmic axis: readable for two
/// variants as for forty.
final class LatencyPlot {
  private static final int WIDTH = 900;
  private static final int LABELS = 300;
  private static final int RIGHT = 70;
  private static final int ROW = 20;
  private static final int TOP = 46;
  private static final int BOTTOM = 30;
  private static final double LIMIT_MILLIS = 50;
  private static final List<String> COLOURS =
      List.of(
          "#2563eb", "#d97706", "#059669", "#dc2626", "#7c3aed", "#0891b2", "#be185d", "#4d7c0f");

  private final StringBuilder svg = new StringBuilder();
  private final double lowest;
  private final double highest;

  private LatencyPlot(double lowest, double highest) {
    this.lowest = lowest;
    this.highest = highest;
  }

  /// The plot as a document of its own.
  static String of(List<Variant> variants) {
    List<Variant.Point> all = variants.stream().flatMap(it -> it.points().stream()).toList();
    double least = all.stream().mapToDouble(Variant.Point::mean).filter(x -> x > 0).min().orElse(1);
    double most = all.stream().mapToDouble(Variant.Point::p99).max().orElse(LIMIT_MILLIS);
    LatencyPlot plot =
        new LatencyPlot(
            Math.pow(10, Math.floor(Math.log10(least))),
            Math.pow(10, Math.ceil(Math.log10(Math.max(most, LIMIT_MILLIS)))));
    plot.draw(variants, all.size());
    return plot.svg.toString();
  }

  private void draw(List<Variant> variants, int rows) {
    int height = TOP + rows * ROW + BOTTOM;
    add(
        String.format(
            Locale.ROOT,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\" font-size=\"12\">",
            WIDTH,
            height));
    add(
        String.format(
            Locale.ROOT, "<rect width=\"%d\" height=\"%d\" fill=\"#fff\"/>", WIDTH, height));
    add(
        String.format(
            Locale.ROOT,
            "<text x=\"%d\" y=\"16\" font-weight=\"bold\">Latency, ms: filled = mean, ring = p99; dashed = 50 ms</text>",
            LABELS));
    axis(height - BOTTOM);
    int y = TOP + ROW / 2;
    for (int i = 0; i < variants.size(); i++) {
      Variant variant = variants.get(i);
      Set<String> traffics =
          variant.points().stream()
              .map(Variant.Point::traffic)
              .collect(Collectors.toCollection(TreeSet::new));
      for (Variant.Point point : variant.points()) {
        String traffic = traffics.size() > 1 ? " " + point.traffic() : "";
        row(variant.name() + traffic, point, COLOURS.get(i % COLOURS.size()), y);
        y += ROW;
      }
    }
    add("</svg>");
  }

  private void axis(int bottom) {
    for (double tick = lowest; tick <= highest * 1.01; tick *= 10) {
      line(tick, bottom, "#ddd", "");
      add(
          String.format(
              Locale.ROOT,
              "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\" fill=\"#555\">%s</text>",
              x(tick),
              bottom + 16,
              tick < 1 ? Double.toString(tick) : Long.toString(Math.round(tick))));
    }
    line(LIMIT_MILLIS, bottom, "#dc2626", " stroke-dasharray=\"4 3\"");
  }

  private void line(double millis, int bottom, String colour, String more) {
    add(
        String.format(
            Locale.ROOT,
            "<line x1=\"%.1f\" y1=\"%d\" x2=\"%.1f\" y2=\"%d\" stroke=\"%s\"%s/>",
            x(millis),
            TOP - 12,
            x(millis),
            bottom,
            colour,
            more));
  }

  private void row(String name, Variant.Point point, String colour, int y) {
    add(
        String.format(
            Locale.ROOT,
            "<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%s, %,.0f/s</text>",
            LABELS - 12,
            y + 4,
            escaped(name),
            point.rate()));
    add(
        String.format(
            Locale.ROOT,
            "<line x1=\"%.1f\" y1=\"%d\" x2=\"%.1f\" y2=\"%d\" stroke=\"%s\" stroke-width=\"2\"/>",
            x(point.mean()),
            y,
            x(point.p99()),
            y,
            colour));
    circle(point.mean(), y, colour, colour);
    circle(point.p99(), y, "#fff", colour);
    if (point.failed() > 0) {
      add(
          String.format(
              Locale.ROOT,
              "<text x=\"%d\" y=\"%d\" fill=\"#dc2626\">%.2f %% failed</text>",
              WIDTH - RIGHT - 10,
              y + 4,
              100 * point.failed()));
    }
  }

  private void circle(double millis, int y, String fill, String colour) {
    add(
        String.format(
            Locale.ROOT,
            "<circle cx=\"%.1f\" cy=\"%d\" r=\"4.5\" fill=\"%s\" stroke=\"%s\" stroke-width=\"2\"/>",
            x(millis),
            y,
            fill,
            colour));
  }

  private double x(double millis) {
    double share = Math.log(Math.max(lowest, millis) / lowest) / Math.log(highest / lowest);
    return LABELS + share * (WIDTH - LABELS - RIGHT - 20);
  }

  private void add(String element) {
    svg.append(element).append('\n');
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;");
  }
}
