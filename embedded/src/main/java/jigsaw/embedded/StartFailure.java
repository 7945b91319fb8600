package jigsaw.embedded;

import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Turns the output of a program that did not start into one sentence.
final class StartFailure {
  private static final Pattern PORT_TAKEN =
      Pattern.compile("Address already in use|port\\(s\\) already|Can't start server: Bind");
  private static final Pattern DISK_FULL =
      Pattern.compile(
          "No space left on device|[Ee]rrcode: 28|[Ee]rror(?: number)?:? 28\\b|disk is full",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern NO_PERMISSION =
      Pattern.compile("Permission denied|Errcode: 13", Pattern.CASE_INSENSITIVE);
  private static final Pattern MISSING_LIBRARY =
      Pattern.compile("(lib[\\w.+-]+): cannot open shared object file");
  private static final Pattern ERROR_LINE =
      Pattern.compile("(?im)^.*(?:\\[ERROR\\]|\\bERROR\\b|fatal|can't).*$");

  private StartFailure() {}

  static EmbeddedException explain(String name, String output, Path log) {
    return new EmbeddedException(
        name + " did not start: " + reason(output) + " (its log: " + log + ")");
  }

  /// The packages that bring a library which a small Linux may lack.
  static Optional<String> missingLibrary(String output) {
    Matcher library = MISSING_LIBRARY.matcher(output);
    return library.find()
        ? Optional.of(
            library.group(1)
                + " is missing on this machine (Debian, Ubuntu: apt-get install libcrypt1"
                + " libsystemd0 libstdc++6; Fedora: dnf install libxcrypt-compat systemd-libs"
                + " libstdc++)")
        : Optional.empty();
  }

  private static String reason(String output) {
    if (PORT_TAKEN.matcher(output).find()) {
      return "its port is taken by another program";
    }
    if (DISK_FULL.matcher(output).find()) {
      return "the disk is full";
    }
    if (NO_PERMISSION.matcher(output).find()) {
      return "no permission to write to its folder";
    }
    return missingLibrary(output).orElseGet(() -> firstError(output));
  }

  private static String firstError(String output) {
    Matcher error = ERROR_LINE.matcher(output);
    return error.find() ? error.group().strip() : "it gave no reason";
  }
}
