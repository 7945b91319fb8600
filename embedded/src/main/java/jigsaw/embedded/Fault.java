package jigsaw.embedded;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a [FaultProxy] does to the requests of one server.
sealed interface Fault {
  /// Every request arrives later.
  record Slow(Duration delay) implements Fault {}

  /// For `length` at the end of each `period` no request arrives.
  record Stall(Duration length, Duration period) implements Fault {}

  /// Every request is answered with this status, at once, without the server.
  record Failing(int status) implements Fault {}

  /// Which server (from 1) has which fault.
  record Of(int server, Fault fault) {}

  /// Reads `1:slow=50ms`, `2:stall=2s/10s` or `3:error=500`.
  ///
  /// @throws EmbeddedException that says what was expected
  static Of parse(String text, int servers) {
    Matcher form =
        Pattern.compile(
                "(\\d{1,3}):(?:slow=(\\d{1,5})ms|stall=(\\d{1,4})s/(\\d{1,4})s|error=(5\\d\\d))")
            .matcher(text);
    if (!form.matches()) {
      throw new EmbeddedException(
          "--fault: '" + text + "', expected 1:slow=50ms, 1:stall=2s/10s or 1:error=500");
    }
    int server = Integer.parseInt(form.group(1));
    if (server < 1 || server > servers) {
      throw new EmbeddedException(
          "--fault: '" + text + "', expected a server from 1 to " + servers);
    }
    if (form.group(2) != null) {
      return new Of(server, new Slow(Duration.ofMillis(Integer.parseInt(form.group(2)))));
    }
    if (form.group(5) != null) {
      return new Of(server, new Failing(Integer.parseInt(form.group(5))));
    }
    Duration length = Duration.ofSeconds(Integer.parseInt(form.group(3)));
    Duration period = Duration.ofSeconds(Integer.parseInt(form.group(4)));
    if (length.compareTo(period) >= 0) {
      throw new EmbeddedException(
          "--fault: '" + text + "', expected a stall shorter than its period");
    }
    return new Of(server, new Stall(length, period));
  }
}
