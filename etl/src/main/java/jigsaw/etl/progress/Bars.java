package jigsaw.etl.progress;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/// One bar per gauge with its bytes, rows and remaining time. For one thread at a time.
final class Bars implements AutoCloseable {
  static final Bars NONE = new Bars(List.of());

  private static final long BYTES_PER_MB = 1_000_000;

  private final List<Gauge> gauges;
  private final List<ProgressBar> bars = new ArrayList<>();

  /// The bars stand below each other on standard error where the terminal can move its cursor, else
  /// they take turns on one line: without a consumer of ours the library finds out.
  Bars(List<Gauge> gauges) {
    this.gauges = List.copyOf(gauges);
    for (Gauge gauge : gauges) {
      bars.add(
          new ProgressBarBuilder()
              .setTaskName(String.format(Locale.ROOT, "%-12s", gauge.name()))
              .setInitialMax(gauge.totalBytes())
              .setUnit(" MB", BYTES_PER_MB)
              .setStyle(ProgressBarStyle.ASCII)
              .build());
    }
  }

  synchronized void update() {
    for (int i = 0; i < bars.size(); i++) {
      Gauge gauge = gauges.get(i);
      ProgressBar bar = bars.get(i);
      bar.stepTo(gauge.bytes().getAsLong());
      long rows = gauge.rows().getAsLong();
      double seconds = Math.max(bar.getTotalElapsed().toMillis(), 1) / 1e3;
      bar.setExtraMessage(String.format(Locale.ROOT, "%,d rows %,.0f/s", rows, rows / seconds));
    }
  }

  @Override
  public synchronized void close() {
    update();
    bars.forEach(ProgressBar::close);
  }
}
