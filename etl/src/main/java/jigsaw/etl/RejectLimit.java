package jigsaw.etl;

import java.util.List;
import java.util.Locale;
import jigsaw.etl.row.FileCounts;

/// How many lines may be rejected: a number for all files together, or a percentage that holds for
/// each file by itself, so that a broken small file is not hidden behind the large ones.
sealed interface RejectLimit {
  /// Reads `1000` or `1.5%`.
  ///
  /// @throws IllegalArgumentException for anything else
  static RejectLimit parse(String text) {
    boolean isPercent = text.endsWith("%");
    String digits = isPercent ? text.substring(0, text.length() - 1) : text;
    if (!digits.matches(isPercent ? "\\d{1,3}(\\.\\d{1,4})?" : "\\d{1,18}")) {
      throw new IllegalArgumentException(
          "'" + text + "' is neither a number such as 1000 nor a percentage such as 1%");
    }
    return isPercent ? new Percent(Double.parseDouble(digits)) : new Count(Long.parseLong(digits));
  }

  /// Whether so many rejects are too many already, whatever is still to come.
  boolean isExceededBy(long rejects);

  /// Checks the final counts.
  ///
  /// @throws TooManyRejectsException if there are too many
  void check(List<FileCounts> files);

  /// Checks the final counts of a single file.
  ///
  /// @throws TooManyRejectsException if there are too many
  void check(String file, long lines, long rejected);

  /// At most so many rejects in all files together.
  record Count(long most) implements RejectLimit {
    @Override
    public boolean isExceededBy(long rejects) {
      return rejects > most;
    }

    @Override
    public void check(List<FileCounts> files) {
      check("", 0, files.stream().mapToLong(FileCounts::rejected).sum());
    }

    @Override
    public void check(String file, long lines, long rejected) {
      if (rejected > most) {
        throw new TooManyRejectsException(
            "more than " + most + " lines rejected (--max-rejects): " + rejected);
      }
    }
  }

  /// At most this share of the lines of each file.
  record Percent(double most) implements RejectLimit {
    @Override
    public boolean isExceededBy(long rejects) {
      return false;
    }

    @Override
    public void check(List<FileCounts> files) {
      files.forEach(file -> check(file.file().fileName(), file.lines(), file.rejected()));
    }

    @Override
    public void check(String file, long lines, long rejected) {
      if (rejected * 100.0 > most * lines) {
        throw new TooManyRejectsException(
            String.format(
                Locale.ROOT,
                "%s: %,d of %,d lines rejected, more than %s %% (--max-rejects)",
                file,
                rejected,
                lines,
                Double.toString(most).replaceAll("\\.0$", "")));
      }
    }
  }
}
