package jigsaw.etl.generate;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;

/// A plain line every few seconds, for logs and pipes. Used by one thread.
final class LineProgress implements Progress {
  private static final Duration INTERVAL = Duration.ofSeconds(5);

  private final String task;
  private final String unit;
  private final long total;
  private final PrintStream out;
  private final LongSupplier nanoTime;
  private final long started;
  private long done;
  private long nextLine;

  /// `nanoTime` is a clock such as [System#nanoTime].
  LineProgress(String task, String unit, long total, PrintStream out, LongSupplier nanoTime) {
    this.task = task;
    this.unit = unit;
    this.total = total;
    this.out = out;
    this.nanoTime = nanoTime;
    this.started = nanoTime.getAsLong();
    this.nextLine = started + INTERVAL.toNanos();
  }

  @Override
  public void advance(long rows) {
    done += rows;
    long now = nanoTime.getAsLong();
    if (now >= nextLine) {
      nextLine = now + INTERVAL.toNanos();
      print(now);
    }
  }

  /// Nothing is left to show: whoever ran the step tells how it ended.
  @Override
  public void close() {}

  private void print(long now) {
    double seconds = (now - started) / (double) Duration.ofSeconds(1).toNanos();
    double perSecond = done / seconds;
    long secondsToGo = Math.round((total - done) / Math.max(1, perSecond));
    out.printf(
        Locale.ROOT,
        "%s: %,d of %,d %s (%d %%), %,.0f/s, %d s to go%n",
        task,
        done,
        total,
        unit,
        100 * done / Math.max(1, total),
        perSecond,
        secondsToGo);
  }
}
