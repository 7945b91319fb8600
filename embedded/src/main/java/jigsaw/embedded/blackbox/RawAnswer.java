package jigsaw.embedded.blackbox;

import java.util.List;
import java.util.Locale;

/// An answer as it came off the wire: status line, field lines, body; one character per octet.
public record RawAnswer(String statusLine, List<String> fieldLines, String body) {
  public RawAnswer {
    fieldLines = List.copyOf(fieldLines);
  }

  public int status() {
    return Integer.parseInt(statusLine.substring(9, 12));
  }

  /// All values of the field `name`, in order.
  public List<String> values(String name) {
    String prefix = name.toLowerCase(Locale.ROOT) + ": ";
    return fieldLines.stream()
        .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(prefix))
        .map(line -> line.substring(prefix.length()))
        .toList();
  }
}
