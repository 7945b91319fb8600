package jigsaw.loadtest.drive;

import io.hyperfoil.api.config.Benchmark;
import io.hyperfoil.api.config.BenchmarkBuilder;
import io.hyperfoil.api.config.PhaseBuilder;
import io.hyperfoil.api.config.SessionLimitPolicy;
import io.hyperfoil.core.impl.LocalSimulationRunner;
import io.hyperfoil.http.config.HttpPluginBuilder;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import jigsaw.loadtest.measure.Recorder;
import jigsaw.loadtest.plan.Load;
import jigsaw.loadtest.plan.Segment;
import jigsaw.loadtest.traffic.VisitSource;
import org.jspecify.annotations.Nullable;

/// Sends the requests of a load and waits until the last is answered or given up.
public final class Driver {
  /// Servers close what was idle for 5 s or more, a request under way or not.
  private static final Duration MOST_IDLE = Duration.ofSeconds(4);

  private static final Duration GRACE = Duration.ofSeconds(1);
  private static final int MOST_VISITORS = 10_000;
  private static final int FEWEST_VISITORS = 200;

  private final Connection connection;
  private final AtomicReference<@Nullable LocalSimulationRunner> running = new AtomicReference<>();
  private volatile boolean stopped;

  public Driver(Connection connection) {
    this.connection = connection;
  }

  /// Runs the load. Requests for which no connection can be had are asked for and never answered.
  ///
  /// @param requestsPerVisit by which the load's rate of requests becomes one of visits
  public void run(
      Load load, double requestsPerVisit, VisitSource source, Recorder recorder, Samples samples) {
    BenchmarkBuilder benchmark = BenchmarkBuilder.builder().name("load").threads(1);
    http(benchmark);
    Scenario scenario =
        new Scenario(() -> new ActiveVisit(recorder, connection, samples), connection.gzip());
    RunClock clock = new RunClock();
    long offsetMillis = 0;
    for (Segment segment : load.segments()) {
      double visitsPerSecond = segment.requestsPerSecond() / requestsPerVisit;
      PhaseVisits visits =
          new PhaseVisits(source, clock, offsetMillis * 1_000_000, visitsPerSecond);
      scenario.describe(
          phase(benchmark, segment, visitsPerSecond, offsetMillis).scenario(), visits);
      offsetMillis += segment.duration().toMillis();
    }
    run(benchmark.build());
  }

  /// Ends the load that runs, if one does, and all later ones at once; for another thread.
  public void stop() {
    stopped = true;
    LocalSimulationRunner runner = running.get();
    if (runner != null) {
      runner.instances().keySet().forEach(runner::terminatePhase);
    }
  }

  public boolean isStopped() {
    return stopped;
  }

  private void http(BenchmarkBuilder benchmark) {
    benchmark
        .addPlugin(HttpPluginBuilder::new)
        .http()
        .host((connection.encrypted() ? "https://" : "http://") + connection.host())
        .port(connection.port())
        .allowHttp2(false)
        .requestTimeout(connection.timeout().toMillis())
        .sharedConnections()
        .core(connection.connections())
        .max(connection.connections())
        .keepAliveTime(MOST_IDLE.toMillis());
  }

  private PhaseBuilder<?> phase(
      BenchmarkBuilder benchmark, Segment segment, double visitsPerSecond, long offsetMillis) {
    double open = visitsPerSecond * connection.timeout().plus(GRACE).toSeconds();
    int visitors = (int) Math.clamp(open, FEWEST_VISITORS, MOST_VISITORS);
    return benchmark
        .addPhase("from " + offsetMillis + " ms")
        .constantRate(0)
        .usersPerSec(visitsPerSecond)
        .variance(false)
        .maxSessions(visitors)
        .sessionLimitPolicy(SessionLimitPolicy.CONTINUE)
        .startTime(offsetMillis)
        .duration(segment.duration().toMillis())
        .maxDuration(segment.duration().plus(connection.timeout()).plus(GRACE).toMillis());
  }

  private void run(Benchmark benchmark) {
    if (stopped) {
      return;
    }
    LocalSimulationRunner runner =
        new LocalSimulationRunner(benchmark, (phase, step, metric, stats, done) -> {}, null, null);
    running.set(runner);
    try {
      runner.run();
    } finally {
      running.set(null);
    }
  }
}
