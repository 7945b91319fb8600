package jigsaw.loadtest;

import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import jigsaw.loadtest.drive.Driver;
import jigsaw.loadtest.drive.Samples;
import jigsaw.loadtest.measure.Recorder;
import jigsaw.loadtest.plan.Load;
import jigsaw.loadtest.plan.Plan;
import jigsaw.loadtest.plan.Segment;
import jigsaw.loadtest.plan.Traffic;
import jigsaw.loadtest.report.LoadResult;
import jigsaw.loadtest.report.Machine;
import jigsaw.loadtest.report.Report;
import jigsaw.loadtest.report.Verdict;
import jigsaw.loadtest.target.CatalogueReader;
import jigsaw.loadtest.target.Expectation;
import jigsaw.loadtest.target.Target;
import jigsaw.loadtest.traffic.CatalogueIds;
import jigsaw.loadtest.traffic.Failure;
import jigsaw.loadtest.traffic.VisitSource;

/// One run of a plan: everything is checked first, then sent, then written down.
final class LoadTest {
  private static final String TARGET_LOST = "target lost: a load got no answer at all";

  private final Terminal terminal;
  private final LoadTestOptions options;
  private final Plan plan;
  private final Target target;
  private final Driver driver;
  private final Expectation expectation;
  private final List<LoadResult> results = new ArrayList<>();
  private String outcome = "complete";

  LoadTest(LoadTestOptions options, Terminal terminal) {
    this.options = options;
    this.terminal = terminal;
    this.plan = options.plan();
    this.target = options.target();
    this.expectation = new Expectation(options.expectation());
    this.driver = new Driver(options.connection(target));
  }

  /// Runs the plan and writes the report.
  ///
  /// @return the program's exit code
  int run() throws IOException {
    ZonedDateTime started = ZonedDateTime.now(ZoneId.systemDefault());
    Map<String, String> machine = Machine.describe();
    CatalogueIds ids =
        CatalogueReader.read(target, options.ids()).hot(plan.hotIds(), options.seed());
    terminal.begin(plan, target, ids.label());
    CountDownLatch written = new CountDownLatch(1);
    Thread interruption = Thread.ofPlatform().unstarted(() -> stop(written));
    Runtime.getRuntime().addShutdownHook(interruption);
    try {
      GeneratorTraining.train();
      sendAll(ids);
      return report(started, machine, ids);
    } finally {
      written.countDown();
      if (!driver.isStopped()) {
        Runtime.getRuntime().removeShutdownHook(interruption);
      }
    }
  }

  private void stop(CountDownLatch written) {
    driver.stop();
    try {
      written.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void sendAll(CatalogueIds ids) {
    for (Traffic traffic : plan.traffic()) {
      if (!send(traffic, ids)) {
        return;
      }
    }
  }

  /// Whether the plan goes on after this kind of traffic.
  private boolean send(Traffic traffic, CatalogueIds ids) {
    if (plan.warmUp().isPresent()) {
      send(traffic, new Load(List.of(plan.warmUp().get())), 0, ids);
    }
    for (Load load : plan.loads()) {
      for (int round = 1; round <= plan.rounds() && !driver.isStopped(); round++) {
        LoadResult result = send(traffic, load, round, ids);
        if (result.measurement().answered() == 0) {
          outcome = TARGET_LOST;
          return false;
        }
        boolean missed = result.reference().outcome() != Verdict.Outcome.PASSED;
        if (plan.stopsWhenItBends() && missed && !driver.isStopped()) {
          outcome = "bent at " + load.segments().stream().map(Segment::toString).findFirst().get();
          return false;
        }
      }
    }
    return !driver.isStopped();
  }

  private LoadResult send(Traffic traffic, Load load, int round, CatalogueIds ids) {
    Recorder recorder = new Recorder(load, traffic.requestsPerVisit());
    Samples samples = new Samples(options.sampleEvery());
    long seed = options.seed() * 1000 + results.size();
    try (var _ = terminal.progress(traffic, load, round, recorder)) {
      driver.run(
          load, traffic.requestsPerVisit(), new VisitSource(traffic, ids, seed), recorder, samples);
    }
    int compared = expectation.compare(samples.kept(), recorder);
    LoadResult result =
        LoadResult.of(
            traffic.toString(),
            load.toString(),
            load.requestsPerSecond(),
            round,
            compared,
            recorder.finish());
    results.add(result);
    terminal.finished(result);
    return result;
  }

  private int report(ZonedDateTime started, Map<String, String> machine, CatalogueIds ids)
      throws IOException {
    if (driver.isStopped()) {
      outcome = "interrupted";
    }
    Map<String, String> settings = options.describe();
    settings.put("products asked for", ids.label());
    Map<String, String> meanings = new LinkedHashMap<>();
    for (Failure failure : Failure.values()) {
      meanings.put(failure.toString(), failure.meaning());
    }
    Report report =
        new Report(
            Report.SCHEMA,
            plan.name(),
            plan.about(),
            target.toString(),
            DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(started),
            outcome,
            machine,
            settings,
            meanings,
            results);
    String time = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").format(started);
    Path folder = options.folder(plan.name(), time);
    report.write(folder);
    terminal.end(report, folder);
    return exitCode();
  }

  private int exitCode() {
    if (driver.isStopped()) {
      return LoadTestMain.INTERRUPTED;
    }
    List<Verdict.Outcome> outcomes =
        results.stream().filter(r -> !r.isWarmUp()).map(r -> r.reference().outcome()).toList();
    if (outcomes.isEmpty()
        || outcomes.contains(Verdict.Outcome.NOT_JUDGED)
        || outcome.equals(TARGET_LOST)) {
      return LoadTestMain.NOT_JUDGED;
    }
    boolean bent = outcome.startsWith("bent");
    return outcomes.contains(Verdict.Outcome.MISSED) && !bent
        ? LoadTestMain.MISSED
        : LoadTestMain.PASSED;
  }
}
