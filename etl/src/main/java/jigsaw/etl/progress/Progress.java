package jigsaw.etl.progress;

import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// Shows a set of gauges, and one for all of them together, until it is closed.
public final class Progress implements AutoCloseable {
  private static final Duration LINE_EVERY = Duration.ofSeconds(5);
  private static final Duration BAR_EVERY = Duration.ofMillis(500);

  private final List<Gauge> gauges;
  private final PrintStream out;
  private final long startedNanos = System.nanoTime();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Bars bars;

  private Progress(List<Gauge> gauges, ProgressStyle style, PrintStream out) {
    this.gauges = gauges;
    this.out = out;
    this.bars = style == ProgressStyle.BARS ? new Bars(withTotal()) : Bars.NONE;
    switch (style) {
      case BARS -> every(BAR_EVERY, bars::update);
      case LINES -> every(LINE_EVERY, this::line);
      case QUIET -> {}
    }
  }

  public static Progress show(List<Gauge> gauges, ProgressStyle style, PrintStream out) {
    return new Progress(gauges, style, out);
  }

  @Override
  public void close() {
    closed.countDown();
    bars.close();
  }

  private void every(Duration period, Runnable action) {
    Thread.ofPlatform().daemon().name("progress").start(() -> repeat(period, action));
  }

  private void repeat(Duration period, Runnable action) {
    try {
      while (!closed.await(period.toMillis(), TimeUnit.MILLISECONDS)) {
        action.run();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private List<Gauge> withTotal() {
    return gauges.size() == 1
        ? gauges
        : Stream.concat(gauges.stream(), Stream.of(total())).toList();
  }

  private Gauge total() {
    return new Gauge(
        "total",
        gauges.stream().mapToLong(Gauge::totalBytes).sum(),
        () -> gauges.stream().mapToLong(each -> each.bytes().getAsLong()).sum(),
        () -> gauges.stream().mapToLong(each -> each.rows().getAsLong()).sum());
  }

  private void line() {
    Gauge total = total();
    double seconds = (System.nanoTime() - startedNanos) / 1e9;
    long bytes = total.bytes().getAsLong();
    long rows = total.rows().getAsLong();
    double share = total.totalBytes() == 0 ? 1 : (double) bytes / total.totalBytes();
    double left = share > 0 ? seconds / share - seconds : 0;
    out.println(
        String.format(
            Locale.ROOT,
            "%3.0f %%  %,d rows  %,.0f rows/s  %.0f s left",
            share * 100,
            rows,
            rows / seconds,
            left));
  }
}
