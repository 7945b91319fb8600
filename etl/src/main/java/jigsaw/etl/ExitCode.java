package jigsaw.etl;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import jigsaw.catalog.settings.InvalidSettingException;
import jigsaw.etl.csv.CsvException;
import jigsaw.etl.load.DatabaseException;
import jigsaw.etl.load.LockTakenException;
import jigsaw.etl.verify.VerificationException;

/// How a run of the program ends, one number per kind of failure.
enum ExitCode {
  DONE(0, "done"),
  FAILED(1, "failed for a reason that is a bug of this program"),
  USAGE(2, "wrong option or setting"),
  FILES(3, "a CSV file cannot be read, or an output file cannot be written"),
  UNAVAILABLE(4, "the database cannot be reached, or refuses the user"),
  DATABASE(5, "the database failed while it was used"),
  REJECTS(6, "too many rejected lines (--max-rejects)"),
  VERIFICATION(7, "what was loaded is not what was read, or far less than is live now"),
  BUSY(8, "another run is loading into the same schema"),
  NOTHING(9, "there is no previous generation to go back to"),
  INTERRUPTED(130, "interrupted (143 after SIGTERM)");

  private final int number;
  private final String meaning;

  ExitCode(int number, String meaning) {
    this.number = number;
    this.meaning = meaning;
  }

  int number() {
    return number;
  }

  /// Number and meaning of each, for the help.
  static Map<String, String> list() {
    return Arrays.stream(values())
        .collect(
            Collectors.toMap(
                code -> " " + code.number,
                code -> code.meaning,
                (first, second) -> first,
                LinkedHashMap::new));
  }

  static ExitCode of(Exception failure) {
    return switch (failure) {
      case InvalidSettingException _ -> USAGE;
      case CsvException _ -> FILES;
      case DatabaseException database -> database.isUnavailable() ? UNAVAILABLE : DATABASE;
      case TooManyRejectsException _ -> REJECTS;
      case VerificationException _ -> VERIFICATION;
      case LockTakenException _ -> BUSY;
      case InterruptedException _ -> INTERRUPTED;
      default -> FAILED;
    };
  }

  /// The name in reports.
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
