package jigsaw.loadtest.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jigsaw.loadtest.json.JsonWriter;

/// Everything a load test found out.
///
/// @param outcome how it ended: complete, interrupted, bent, target lost
/// @param failureMeanings what each kind of failure means, for readers
public record Report(
    int schema,
    String plan,
    String about,
    String target,
    String started,
    String outcome,
    Map<String, String> machine,
    Map<String, String> settings,
    Map<String, String> failureMeanings,
    List<LoadResult> results) {
  /// Of the JSON form; raised when a key changes its meaning.
  public static final int SCHEMA = 1;

  public Report {
    machine = new LinkedHashMap<>(machine);
    settings = new LinkedHashMap<>(settings);
    failureMeanings = new LinkedHashMap<>(failureMeanings);
    results = List.copyOf(results);
  }

  /// Writes `report.json` and `report.html` into the folder, which is made if it is not there.
  public void write(Path folder) throws IOException {
    Files.createDirectories(folder);
    String json = JsonWriter.write(this);
    Files.writeString(folder.resolve("report.json"), json + "\n");
    Files.writeString(folder.resolve("report.html"), HtmlPage.of(json));
  }
}
