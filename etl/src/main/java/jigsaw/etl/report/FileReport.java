package jigsaw.etl.report;

import java.util.List;
import jigsaw.etl.row.FileCounts;

/// What became of the lines of one file; `loaded` includes `repaired`.
public record FileReport(
    String file, long lines, long loaded, long repaired, long rejected, double seconds) {

  public static FileReport of(FileCounts counts) {
    return new FileReport(
        counts.file().fileName(),
        counts.lines(),
        counts.loaded(),
        counts.repaired(),
        counts.rejected(),
        counts.seconds());
  }

  /// The sum of some files, for a run that took so many seconds.
  static FileReport total(List<FileReport> files, double seconds) {
    return new FileReport(
        "total",
        files.stream().mapToLong(FileReport::lines).sum(),
        files.stream().mapToLong(FileReport::loaded).sum(),
        files.stream().mapToLong(FileReport::repaired).sum(),
        files.stream().mapToLong(FileReport::rejected).sum(),
        seconds);
  }

  long rowsPerSecond() {
    return seconds > 0 ? Math.round(loaded / seconds) : 0;
  }
}
