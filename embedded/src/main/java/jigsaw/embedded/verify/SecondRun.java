package jigsaw.embedded.verify;

import java.io.IOException;
import java.util.Locale;
import java.util.regex.Pattern;
import jigsaw.embedded.verify.EtlProcess.Ending;

/// A second run begins while one is at work, which is killed afterwards.
record SecondRun() implements Fault {
  private static final int BUSY = 8;
  private static final double LIMIT_SECONDS = 2;

  /// So much longer the first one takes, to be at work until the second has ended.
  private static final int TIMES = 10;

  private static final Pattern WHO_AND_SINCE =
      Pattern.compile(
          "connection \\d+, .+ from .+, since \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d");

  @Override
  public String promise() {
    return "a second run: exit 8 within 2 s, says who is at work and since when";
  }

  @Override
  public Outcome on(Stage stage) throws IOException, InterruptedException {
    try (EtlProcess first = stage.start(stage.generateLong(TIMES))) {
      stage.awaitLoading(first);
      Ending second;
      try (EtlProcess process = stage.load()) {
        second = process.end();
      }
      boolean stillAtWork = first.runFor(0);
      first.kill();
      String fault = stillAtWork ? stage.recovery(false) : "the first run has ended";
      String message = second.message();
      return Outcome.of(
          second.exitCode() == BUSY
              && WHO_AND_SINCE.matcher(message).find()
              && second.seconds() <= LIMIT_SECONDS
              && fault.isEmpty(),
          String.format(
              Locale.ROOT,
              "exit %d after %.1f s, JVM start included: %s%s",
              second.exitCode(),
              second.seconds(),
              message,
              fault.isEmpty() ? "" : "; " + fault));
    }
  }
}
