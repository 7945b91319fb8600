package jigsaw.etl;

import jigsaw.etl.report.FileReport;
import jigsaw.etl.report.LoadReport;

/// Makes the report of a run.
final class Reports {
  private Reports() {}

  static LoadReport of(ExitCode outcome, int generation, FilePass files, Steps steps) {
    return new LoadReport(
        outcome.toString(),
        generation,
        files.counts().stream().map(FileReport::of).toList(),
        steps.seconds());
  }
}
