package jigsaw.etl;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import jigsaw.etl.csv.CsvException;
import jigsaw.etl.report.FileReport;
import jigsaw.etl.report.LoadReport;

/// Makes and writes the report of a run.
final class Reports {
  private Reports() {}

  static LoadReport of(ExitCode outcome, int generation, FilePass files, Steps steps) {
    return new LoadReport(
        outcome.toString(),
        generation,
        files.counts().stream().map(FileReport::of).toList(),
        steps.seconds());
  }

  /// @throws CsvException if the file cannot be written
  static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new CsvException(file + " cannot be written: " + e, e);
    }
  }
}
