package jigsaw.loadtest.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import jigsaw.loadtest.json.JsonTree;

/// Reads what [Report#write] has written.
public final class ReportFile {
  private ReportFile() {}

  /// The rounds of the loads, in the order of the report, without warm-ups.
  ///
  /// @param reader makes something of a round; a field that it misses shows in the error
  /// @throws IOException that names the file, if it is not there or no report
  public static <T> List<T> rounds(Path file, Function<JsonTree, T> reader) throws IOException {
    try {
      return JsonTree.read(Files.readString(file)).get("results").elements().stream()
          .filter(result -> result.get("round").number() > 0)
          .map(reader)
          .toList();
    } catch (NoSuchFileException e) {
      throw new IOException(file + ": there is no such file; expected a report of a load test", e);
    } catch (IllegalArgumentException e) {
      throw new IOException(file + " is no report of a load test: " + e.getMessage(), e);
    }
  }
}
