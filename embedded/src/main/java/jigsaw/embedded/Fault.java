package jigsaw.embedded;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What is wrong with one server, as a [FaultProxy] before it makes it seem.
sealed interface Fault {
  /// Does it, from now on.
  FaultProxy.Disturbance begin();

  /// Every request arrives later.
  record Slow(Duration delay) implements Fault {
    @Override
    public FaultProxy.Disturbance begin() {
      return (_, _, _) -> {
        Thread.sleep(delay);
        return true;
      };
    }
  }

  /// For `length` at the end of each `period` no request arrives.
  record Stall(Duration length, Duration period) implements Fault {
    @Override
    public FaultProxy.Disturbance begin() {
      long startNanos = System.nanoTime();
      return (_, _, _) -> {
        Thread.sleep(untilItMoves(System.nanoTime() - startNanos));
        return true;
      };
    }

    private Duration untilItMoves(long nanos) {
      long phase = nanos % period.toNanos();
      return phase < period.toNanos() - length.toNanos()
          ? Duration.ZERO
          : Duration.ofNanos(period.toNanos() - phase);
    }
  }

  /// Every request is answered with this status, at once, without the server.
  record Failing(int status) implements Fault {
    private static final byte[] END_OF_HEAD = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    @Override
    public FaultProxy.Disturbance begin() {
      return (request, length, client) -> {
        if (endsHead(request, length)) {
          client.write(answer());
        }
        return false;
      };
    }

    private static boolean endsHead(byte[] request, int length) {
      int from = Math.max(0, length - END_OF_HEAD.length);
      return Arrays.equals(request, from, length, END_OF_HEAD, 0, END_OF_HEAD.length);
    }

    private byte[] answer() {
      return ("HTTP/1.1 "
              + status
              + " Fault\r\nContent-Type: text/plain\r\nContent-Length: 6\r\n\r\nfault\n")
          .getBytes(StandardCharsets.US_ASCII);
    }
  }

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
