package jigsaw.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What the server has promised to cost beside the others, and whether it does. `partsOfPage` is
/// how many requests one for a whole page stands for.
record Goals(Map<String, Line> lines, double partsOfPage) {
  static final String HOT = "jigsaw, 500 ids in memory";
  static final String HOT_GZIP = "jigsaw, 500 ids in memory, gzip";
  static final String HOT_BROWSER = "jigsaw, 500 ids in memory, browser";
  static final String COLD = "jigsaw, random ids, no cache";
  static final String PAGE = "jigsaw, random whole pages, no cache";
  static final String PAGE_PARTS = "jigsaw, the parts of pages, no cache";
  static final String PAGE_GZIP = PAGE + ", gzip";
  static final String PAGE_PARTS_GZIP = PAGE_PARTS + ", gzip";
  static final List<String> PAGES = List.of(PAGE, PAGE_PARTS, PAGE_GZIP, PAGE_PARTS_GZIP);
  static final String REDIS = "jigsaw, 500 ids in Redis";
  static final String BARE = "bare Netty, same fields";
  static final String BARE_BROWSER = "bare Netty, same fields, browser";
  static final String BARE_MINIMAL = "bare Netty, fewest fields";
  static final String NGINX = "nginx return 200";
  static final String VERTX = "Vert.x, random ids, no cache";
  static final String JDBC = "JDBC loop";

  /// One line for each goal whose contestants all ran.
  List<String> verdicts() {
    List<String> verdicts = new ArrayList<>();
    add(verdicts, "hot / bare Netty", HOT, cost(BARE), 0.95, BARE);
    add(
        verdicts,
        "hot, browser / bare Netty, browser",
        HOT_BROWSER,
        cost(BARE_BROWSER),
        0.85,
        BARE_BROWSER);
    add(verdicts, "hot, gzip / hot", HOT_GZIP, cost(HOT), 1.0, HOT);
    add(verdicts, "cold / (JDBC loop + hot)", COLD, cost(JDBC) + cost(HOT), 1.15, JDBC, HOT);
    add(verdicts, "cold / Vert.x", COLD, cost(VERTX), 1.0, VERTX);
    add(
        verdicts,
        "whole page / its %.1f parts".formatted(partsOfPage),
        PAGE,
        partsOfPage * cost(PAGE_PARTS),
        0.5,
        PAGE_PARTS);
    add(
        verdicts,
        "the same with gzip",
        PAGE_GZIP,
        partsOfPage * cost(PAGE_PARTS_GZIP),
        0.5,
        PAGE_PARTS_GZIP);
    add(verdicts, "Redis / cold", REDIS, cost(COLD), 1.0, COLD);
    return verdicts;
  }

  private void add(
      List<String> verdicts,
      String what,
      String name,
      double reference,
      double limit,
      String... others) {
    List<String> names = new ArrayList<>(List.of(others));
    names.add(name);
    if (!lines.keySet().containsAll(names)) {
      return;
    }
    boolean noisy =
        lines.values().stream().anyMatch(line -> names.contains(line.name()) && line.noisy());
    double ratio = cost(name) / reference;
    String verdict = noisy ? "too noisy to judge" : ratio <= limit ? "met" : "MISSED";
    verdicts.add("%-38s %6.3f   goal ≤ %.2f   %s".formatted(what, ratio, limit, verdict));
  }

  private double cost(String name) {
    Line line = lines.get(name);
    return line == null ? 0 : line.median();
  }
}
