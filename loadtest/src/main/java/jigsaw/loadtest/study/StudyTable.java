package jigsaw.loadtest.study;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A table in Markdown of several measurements, and their plot.
public final class StudyTable {
  private final List<Variant> variants = new ArrayList<>();

  private StudyTable() {}

  /// Reads measured folders, which are shown in this order under their names.
  ///
  /// @throws IOException that names the file which is missing or not what it should be
  public static StudyTable of(List<Path> folders) throws IOException {
    StudyTable table = new StudyTable();
    for (Path folder : folders) {
      table.variants.add(Variant.read(folder));
    }
    return table;
  }

  /// Writes the plot, an SVG.
  public void plot(Path file) throws IOException {
    Files.writeString(file, LatencyPlot.of(variants));
  }

  /// Latencies, then what the parts used.
  public String markdown() {
    StringBuilder text = new StringBuilder();
    text.append(
            "| | traffic | asked/s | served/s | mean, ms | p50 | p99 | max | failed | reference |\n")
        .append("|---|---|---|---|---|---|---|---|---|---|\n");
    for (Variant variant : variants) {
      variant.points().forEach(point -> text.append(row(variant.name(), point)));
    }
    if (variants.stream().anyMatch(variant -> !variant.parts().isEmpty())) {
      text.append("\n| | part | CPU, µs a request | peak resident, MiB | disk reads, MiB |\n")
          .append("|---|---|---|---|---|\n");
      variants.forEach(variant -> parts(variant, text));
    }
    return text.toString();
  }

  private static String row(String name, Variant.Point point) {
    return String.format(
        Locale.ROOT,
        "| %s | %s | %,.0f | %,.0f | %.2f | %.2f | %.1f | %.0f | %.2f %% | %s |%n",
        name,
        point.traffic(),
        point.rate(),
        point.served(),
        point.mean(),
        point.p50(),
        point.p99(),
        point.max(),
        100 * point.failed(),
        point.judgement());
  }

  private static void parts(Variant variant, StringBuilder text) {
    double micros = 0;
    double memory = 0;
    double reads = 0;
    for (Variant.Part part : variant.parts()) {
      text.append(part(variant.name(), part));
      micros += part.micros();
      memory += part.memory();
      reads += part.diskReads();
    }
    if (variant.parts().size() > 1) {
      text.append(part(variant.name(), new Variant.Part("together", micros, memory, reads)));
    }
  }

  private static String part(String name, Variant.Part part) {
    return String.format(
        Locale.ROOT,
        "| %s | %s | %.0f | %.0f | %.0f |%n",
        name,
        part.name(),
        part.micros(),
        part.memory(),
        part.diskReads());
  }
}
