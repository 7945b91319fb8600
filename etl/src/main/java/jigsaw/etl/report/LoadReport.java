package jigsaw.etl.report;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// The outcome of one run. `outcome` is the name of its exit code, `generation` 0 if no generation
/// was made, `seconds` the time of each step in the order of the steps.
public record LoadReport(
    String outcome, int generation, List<FileReport> files, Map<String, Double> seconds) {

  private static final String ROW = "%-14s %12s %12s %10s %10s %9s %10s%n";

  /// A table with one line per file and one for all; its seconds are those of the whole run.
  public String table() {
    StringBuilder table = new StringBuilder();
    table.append(
        ROW.formatted(
            "file", "lines read", "= loaded", "+ rejected", "repaired", "seconds", "rows/s"));
    files.forEach(file -> table.append(line(file)));
    table.append(line(FileReport.total(files, totalSeconds())));
    return table.toString();
  }

  /// The same as one JSON object.
  public String json() {
    String perFile =
        files.stream()
            .map(file ->
                String.format(
                    Locale.ROOT,
                    "{\"file\":\"%s\",\"lines\":%d,\"loaded\":%d,\"repaired\":%d,"
                        + "\"rejected\":%d,\"seconds\":%.3f,\"rows_per_second\":%d}",
                    file.file(),
                    file.lines(),
                    file.loaded(),
                    file.repaired(),
                    file.rejected(),
                    file.seconds(),
                    file.rowsPerSecond()))
            .collect(Collectors.joining(","));
    String perStep =
        seconds.entrySet().stream()
            .map(step -> String.format(Locale.ROOT, "\"%s\":%.3f", step.getKey(), step.getValue()))
            .collect(Collectors.joining(","));
    return String.format(
        Locale.ROOT,
        "{\"outcome\":\"%s\",\"generation\":%d,\"files\":[%s],\"steps\":{%s},\"seconds\":%.3f}",
        outcome,
        generation,
        perFile,
        perStep,
        totalSeconds());
  }

  private double totalSeconds() {
    return seconds.values().stream().mapToDouble(Double::doubleValue).sum();
  }

  private static String line(FileReport file) {
    return ROW.formatted(
        file.file(),
        number(file.lines()),
        number(file.loaded()),
        number(file.rejected()),
        number(file.repaired()),
        String.format(Locale.ROOT, "%.1f", file.seconds()),
        number(file.rowsPerSecond()));
  }

  private static String number(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }
}
