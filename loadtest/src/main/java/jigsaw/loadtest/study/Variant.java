package jigsaw.loadtest.study;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jigsaw.loadtest.json.JsonTree;
import jigsaw.loadtest.report.ReportFile;

/// One way to set things up, measured: a folder with `report/report.json` and, where parts were
/// watched, `parts.csv`.
///
/// @param name of the folder
/// @param points its loads in the order of the report, without warm-ups
/// @param parts what each part used; empty where nothing was watched
record Variant(String name, List<Point> points, List<Part> parts) {
  private static final int PART_FIELDS = 5;

  Variant {
    points = List.copyOf(points);
    parts = List.copyOf(parts);
  }

  /// One round of one load; latencies in milliseconds.
  ///
  /// @param failed share of requests that were not answered rightly, 0 to 1
  /// @param judgement whether the generator kept up, and the reference verdict
  record Point(
      String traffic,
      double rate,
      double served,
      double mean,
      double p50,
      double p99,
      double max,
      double failed,
      String judgement) {}

  /// A program.
  ///
  /// @param micros of CPU for each request of the plan
  /// @param memory peak resident, in MiB
  /// @param diskReads in MiB
  record Part(String name, double micros, double memory, double diskReads) {}

  /// Reads a folder.
  ///
  /// @throws IOException that names the file which is missing or not what it should be
  static Variant read(Path folder) throws IOException {
    Path name =
        Optional.ofNullable(folder.toAbsolutePath().normalize().getFileName()).orElse(folder);
    return new Variant(
        name.toString(),
        ReportFile.rounds(folder.resolve("report").resolve("report.json"), Variant::point),
        parts(folder.resolve("parts.csv")));
  }

  private static Point point(JsonTree result) {
    JsonTree measurement = result.get("measurement");
    JsonTree latency = measurement.get("latency");
    double asked = Math.max(1, measurement.get("asked").number());
    return new Point(
        result.get("traffic").text(),
        result.get("requestsPerSecond").number(),
        result.get("servedPerSecond").number(),
        latency.get("mean").number(),
        latency.get("p50").number(),
        latency.get("p99").number(),
        latency.get("max").number(),
        1 - measurement.get("right").number() / asked,
        result.get("reference").get("outcome").text());
  }

  private static List<Part> parts(Path file) throws IOException {
    if (!Files.exists(file)) {
      return List.of();
    }
    List<Part> parts = new ArrayList<>();
    for (String line : Files.readAllLines(file).stream().skip(1).toList()) {
      String[] fields = line.split(",", -1);
      try {
        if (fields.length != PART_FIELDS) {
          throw new IllegalArgumentException("expected " + PART_FIELDS + " fields");
        }
        parts.add(
            new Part(
                fields[0],
                Double.parseDouble(fields[2]),
                Double.parseDouble(fields[3]),
                Double.parseDouble(fields[4])));
      } catch (IllegalArgumentException e) {
        throw new IOException(file + ": '" + line + "': " + e.getMessage(), e);
      }
    }
    return parts;
  }
}
