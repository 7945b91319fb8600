package jigsaw.etl.report;

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

  FileReport plus(FileReport other) {
    return new FileReport(
        "total",
        lines + other.lines,
        loaded + other.loaded,
        repaired + other.repaired,
        rejected + other.rejected,
        Math.max(seconds, other.seconds));
  }

  long rowsPerSecond() {
    return seconds > 0 ? Math.round(loaded / seconds) : 0;
  }
}
