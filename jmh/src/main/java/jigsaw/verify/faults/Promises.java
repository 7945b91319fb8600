package jigsaw.verify.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What was promised, what was measured, and whether that is the same.
final class Promises {
  private final List<Line> lines = new ArrayList<>();
  // The fault that is being shown.
  private String fault = "";

  private record Line(String fault, String promise, String measured, boolean kept) {
    @Override
    public String toString() {
      return "| %s | %s | %s | %s |".formatted(fault, promise, measured, kept ? "yes" : "**NO**");
    }
  }

  void begin(String name) {
    fault = name;
  }

  void add(String promise, boolean kept, String measured) {
    Line line = new Line(fault, promise, measured, kept);
    lines.add(line);
    System.out.println(line);
  }

  /// A number that may be so large and no larger.
  void atMost(String promise, double limit, double measured, String unit) {
    add(promise, measured <= limit, String.format(Locale.ROOT, "%.1f %s", measured, unit));
  }

  /// Something that must not happen.
  void none(String what, long count, long of) {
    add("no " + what, count == 0, "%d of %d".formatted(count, of));
  }

  boolean allKept() {
    return !lines.isEmpty() && lines.stream().allMatch(Line::kept);
  }

  /// The whole table in Markdown.
  String table() {
    StringBuilder table =
        new StringBuilder("| fault | promise | measured | kept |\n|---|---|---|---|");
    lines.forEach(line -> table.append('\n').append(line));
    return table.toString();
  }
}
