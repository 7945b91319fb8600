package jigsaw.loadtest;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import jigsaw.loadtest.measure.Latency;
import jigsaw.loadtest.measure.Recorder;
import jigsaw.loadtest.measure.Second;
import jigsaw.loadtest.plan.Load;
import jigsaw.loadtest.plan.Plan;
import jigsaw.loadtest.plan.Traffic;
import jigsaw.loadtest.report.Comparison;
import jigsaw.loadtest.report.LoadResult;
import jigsaw.loadtest.report.Report;
import jigsaw.loadtest.report.Verdict;
import jigsaw.loadtest.target.Target;

/// Talks to the person who started the test: a moving line on a terminal, plain lines elsewhere.
final class Terminal {
  private static final int PLAIN_EVERY_SECONDS = 10;
  private static final String ERASE_LINE = "\r\u001b[K";

  private final PrintWriter out;
  private final boolean interactive;

  Terminal(PrintWriter out, boolean interactive) {
    this.out = out;
    this.interactive = interactive;
  }

  void begin(Plan plan, Target target, String ids) {
    long minutes = plan.duration().toMinutes();
    say("%s: %s".formatted(plan.name(), plan.about()));
    say(
        "target %s, products %s, about %s"
            .formatted(
                target, ids, minutes == 0 ? plan.duration().toSeconds() + " s" : minutes + " min"));
    say("");
    say(
        "%-34s %8s %8s %7s %7s %7s %7s %8s %7s  %-10s %s"
            .formatted(
                "load",
                "asked/s",
                "served/s",
                "p50",
                "p90",
                "p99",
                "p99.9",
                "max",
                "errors",
                "reference",
                "strict"));
  }

  /// Shows how a load is going until closed.
  Progress progress(Traffic traffic, Load load, int round, Recorder recorder) {
    return new Progress(
        traffic + " " + load + (round == 0 ? " (warm-up)" : " #" + round), recorder);
  }

  void finished(LoadResult result) {
    Latency latency = result.measurement().latency();
    String load =
        result.traffic()
            + " "
            + result.load()
            + (result.isWarmUp() ? " warm-up" : " #" + result.round());
    say(
        String.format(
            Locale.ROOT,
            "%-34s %8.0f %8.0f %7.2f %7.2f %7.2f %7.2f %8.2f %7d  %-10s %s",
            load,
            result.requestsPerSecond(),
            result.servedPerSecond(),
            latency.p50(),
            latency.p90(),
            latency.p99(),
            latency.p999(),
            latency.max(),
            result.measurement().failed(),
            result.isWarmUp() ? "-" : result.reference().outcome(),
            result.isWarmUp() ? "-" : result.strict().outcome()));
    if (!result.isWarmUp()) {
      reasons(result.reference());
      if (!result.strict().reasons().equals(result.reference().reasons())) {
        reasons(result.strict());
      }
    }
    result
        .measurement()
        .failures()
        .forEach((failure, count) ->
            say(
                "    %d x %s, for example %s"
                    .formatted(
                        count,
                        failure.meaning(),
                        result.measurement().examples().getOrDefault(failure, "none kept"))));
  }

  void end(Report report, Path folder) {
    double cores =
        report.results().stream()
            .mapToDouble(result -> result.measurement().generator().cpuCores())
            .max()
            .orElse(0);
    say("");
    say(
        String.format(
            Locale.ROOT,
            "latencies in ms, from when each request was due; generator used at most %.2f cores",
            cores));
    say(report.outcome() + "; report: " + folder.resolve("report.html"));
  }

  void compared(Comparison.Row row) {
    say(
        String.format(
            Locale.ROOT,
            "%-30s mean %7.2f -> %7.2f (x%.2f)  p50 x%.2f  p99 %7.2f -> %7.2f (x%.2f)  served x%.2f  %s",
            row.load(),
            row.before().mean(),
            row.after().mean(),
            ratio(row.after().mean(), row.before().mean()),
            ratio(row.after().p50(), row.before().p50()),
            row.before().p99(),
            row.after().p99(),
            ratio(row.after().p99(), row.before().p99()),
            ratio(row.after().served(), row.before().served()),
            row.worse().isEmpty() ? "" : "WORSE: " + String.join(", ", row.worse())));
  }

  void say(String line) {
    out.println(interactive ? ERASE_LINE + line : line);
  }

  private void reasons(Verdict verdict) {
    verdict.reasons().forEach(reason -> say("    " + verdict.outcome() + ": " + reason));
  }

  private static double ratio(double after, double before) {
    return before == 0 ? 1 : after / before;
  }

  /// Prints a line each second, or each ten where lines stay.
  final class Progress implements AutoCloseable {
    private final ScheduledExecutorService clock =
        Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().factory());
    private final String load;
    private final Recorder recorder;

    Progress(String load, Recorder recorder) {
      this.load = load;
      this.recorder = recorder;
      int every = interactive ? 1 : PLAIN_EVERY_SECONDS;
      var _ = clock.scheduleAtFixedRate(this::show, every, every, TimeUnit.SECONDS);
    }

    private void show() {
      Second second = recorder.latest();
      String line =
          String.format(
              Locale.ROOT,
              "  %s: %d asked, %d right, %d failed in the last second, p99 %.2f ms",
              load,
              second.asked(),
              second.right(),
              second.failed(),
              second.latency().p99());
      if (interactive) {
        out.print(ERASE_LINE + line);
        out.flush();
      } else {
        out.println(line);
      }
    }

    @Override
    public void close() {
      clock.shutdownNow();
    }
  }
}
