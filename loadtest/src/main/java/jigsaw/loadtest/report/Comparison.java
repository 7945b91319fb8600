package jigsaw.loadtest.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jigsaw.loadtest.json.JsonTree;

/// Two reports side by side: the median round of each load that both have.
public final class Comparison {
  private static final double LOST_THROUGHPUT = 0.95;
  private static final double MORE_ERRORS = 0.001;
  private static final double NOISE_MILLIS = 0.5;

  private final List<Row> rows = new ArrayList<>();

  /// Compares `after` with `before`, two files of [Report#write].
  ///
  /// @param threshold how much longer mean or p99 may take: 1.25 allows a quarter
  /// @throws IOException if a file is not readable or no report
  public static Comparison of(Path before, Path after, double threshold) throws IOException {
    Map<String, List<JsonTree>> first = loads(before);
    Map<String, List<JsonTree>> second = loads(after);
    Comparison comparison = new Comparison();
    first.forEach((load, rounds) -> {
      if (second.containsKey(load)) {
        comparison.rows.add(Row.of(load, rounds, second.get(load), threshold));
      }
    });
    if (comparison.rows.isEmpty()) {
      throw new IOException(before + " and " + after + " have no load in common");
    }
    return comparison;
  }

  public List<Row> rows() {
    return List.copyOf(rows);
  }

  public boolean isRegression() {
    return rows.stream().anyMatch(row -> !row.worse().isEmpty());
  }

  private static Map<String, List<JsonTree>> loads(Path file) throws IOException {
    Map<String, List<JsonTree>> loads = new LinkedHashMap<>();
    for (Round round : ReportFile.rounds(file, Round::of)) {
      loads.computeIfAbsent(round.load, l -> new ArrayList<>()).add(round.figures);
    }
    return loads;
  }

  private static double median(List<JsonTree> rounds, String... path) {
    double[] values =
        rounds.stream()
            .mapToDouble(round -> {
              JsonTree at = round;
              for (String key : path) {
                at = at.get(key);
              }
              return at.number();
            })
            .sorted()
            .toArray();
    int middle = values.length / 2;
    return values.length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
  }

  private record Round(String load, JsonTree figures) {
    static Round of(JsonTree result) {
      return new Round(result.get("traffic").text() + " " + result.get("load").text(), result);
    }
  }

  /// One load in both reports.
  ///
  /// @param worse what got worse by more than the threshold
  public record Row(String load, Figures before, Figures after, List<String> worse) {
    public Row {
      worse = List.copyOf(worse);
    }

    static Row of(String load, List<JsonTree> before, List<JsonTree> after, double threshold) {
      Figures a = Figures.of(before);
      Figures b = Figures.of(after);
      List<String> worse = new ArrayList<>();
      if (isLonger(a.mean, b.mean, threshold)) {
        worse.add("mean");
      }
      if (isLonger(a.p99, b.p99, threshold)) {
        worse.add("p99");
      }
      if (b.served < a.served * LOST_THROUGHPUT) {
        worse.add("throughput");
      }
      if (b.errorShare > a.errorShare + MORE_ERRORS) {
        worse.add("errors");
      }
      return new Row(load, a, b, worse);
    }

    /// Less than half a millisecond is noise, whatever the ratio.
    private static boolean isLonger(double before, double after, double threshold) {
      return after > before * threshold && after - before > NOISE_MILLIS;
    }
  }

  /// The medians over the rounds of a load; latencies in milliseconds.
  public record Figures(
      double mean, double p50, double p99, double max, double served, double errorShare) {
    static Figures of(List<JsonTree> rounds) {
      double asked = Math.max(1, median(rounds, "measurement", "asked"));
      return new Figures(
          median(rounds, "measurement", "latency", "mean"),
          median(rounds, "measurement", "latency", "p50"),
          median(rounds, "measurement", "latency", "p99"),
          median(rounds, "measurement", "latency", "max"),
          median(rounds, "servedPerSecond"),
          1 - median(rounds, "measurement", "right") / asked);
    }
  }
}
