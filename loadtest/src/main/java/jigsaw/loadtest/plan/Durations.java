package jigsaw.loadtest.plan;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Durations as people write them: `30s`, `5m`, `1h`.
public final class Durations {
  private static final Pattern FORM = Pattern.compile("(\\d{1,6})(s|m|h)");

  private Durations() {}

  /// Parses a duration.
  ///
  /// @throws IllegalArgumentException if the text is not of that form, or 0
  public static Duration parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches() || Long.parseLong(matcher.group(1)) == 0) {
      throw new IllegalArgumentException(
          "'" + text + "', expected a duration such as 30s, 5m or 1h");
    }
    long count = Long.parseLong(matcher.group(1));
    return switch (matcher.group(2)) {
      case "h" -> Duration.ofHours(count);
      case "m" -> Duration.ofMinutes(count);
      default -> Duration.ofSeconds(count);
    };
  }
}
