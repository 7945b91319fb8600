package jigsaw.embedded.hostile;

import java.util.Locale;

/// Promises, what was measured, and whether that is the same, printed line by line as Markdown.
final class PromiseTable {
  private int lines;
  private int missed;

  void add(String attack, String promise, boolean kept, String measured) {
    if (lines == 0) {
      System.out.println("| attack | promise | measured | kept |\n|---|---|---|---|");
    }
    lines++;
    missed += kept ? 0 : 1;
    System.out.println(
        "| "
            + attack
            + " | "
            + promise
            + " | "
            + measured
            + " | "
            + (kept ? "yes" : "**NO**")
            + " |");
  }

  /// A number that must be below a limit.
  void below(String attack, String promise, double limit, double measured, String unit) {
    add(attack, promise, measured < limit, String.format(Locale.ROOT, "%.1f %s", measured, unit));
  }

  boolean allKept() {
    return lines > 0 && missed == 0;
  }
}
