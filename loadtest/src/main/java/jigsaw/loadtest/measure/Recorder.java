package jigsaw.loadtest.measure;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import jigsaw.loadtest.plan.Load;
import jigsaw.loadtest.plan.Segment;
import jigsaw.loadtest.traffic.Endpoint;
import jigsaw.loadtest.traffic.Failure;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramIterationValue;

/// Counts and times the requests of one load. Thread-safe: event loops write, the terminal reads.
public final class Recorder {
  private static final int DIGITS = 3;
  private static final int DIGITS_PER_SECOND = 2;
  private static final int POINTS_PER_HALVING = 10;

  private final Load load;
  private final double requestsPerVisit;
  private final ProcessCpu cpu;

  // All guarded by this.
  private final Histogram latency = new Histogram(DIGITS);
  private final Histogram service = new Histogram(DIGITS);
  private final Histogram lag = new Histogram(DIGITS);
  private final Map<Endpoint, Histogram> byEndpoint = new EnumMap<>(Endpoint.class);
  private final Map<Failure, Long> failures = new EnumMap<>(Failure.class);
  private final Map<Failure, String> examples = new EnumMap<>(Failure.class);
  private final List<SecondCounter> seconds = new ArrayList<>();
  private long startNanos;
  private boolean started;
  private long visits;
  private long asked;
  private long right;
  private long repeated;
  private long bytes;

  public Recorder(Load load, double requestsPerVisit) {
    this.load = load;
    this.requestsPerVisit = requestsPerVisit;
    this.cpu = new ProcessCpu();
  }

  /// A visit that was due at `dueNanos` begins now; the first one starts the clock.
  public synchronized void visitBegan(long dueNanos, long nowNanos) {
    if (!started) {
      started = true;
      startNanos = dueNanos;
      cpu.start();
    }
    visits++;
    lag.recordValue(Math.max(0, nowNanos - dueNanos));
  }

  public synchronized void asked(long intendedNanos, boolean again) {
    asked++;
    repeated += again ? 1 : 0;
    second(intendedNanos).asked++;
  }

  /// A right answer; times are those of [System#nanoTime].
  public synchronized void right(
      Endpoint endpoint, long intendedNanos, long sentNanos, long doneNanos, int bodyBytes) {
    long nanos = Math.max(0, doneNanos - intendedNanos);
    right++;
    bytes += bodyBytes;
    latency.recordValue(nanos);
    service.recordValue(Math.max(0, doneNanos - sentNanos));
    byEndpoint.computeIfAbsent(endpoint, e -> new Histogram(DIGITS)).recordValue(nanos);
    SecondCounter second = second(intendedNanos);
    second.right++;
    second.latency.recordValue(nanos);
  }

  public synchronized void failed(Failure failure, String example, long intendedNanos) {
    failures.merge(failure, 1L, Long::sum);
    examples.putIfAbsent(failure, example);
    second(intendedNanos).failed++;
  }

  /// Answers first taken for right that turned out [Failure#DIFFERENT] when compared.
  public synchronized void different(String example) {
    right--;
    failures.merge(Failure.DIFFERENT, 1L, Long::sum);
    examples.putIfAbsent(Failure.DIFFERENT, example);
  }

  /// The last whole second, for the person at the terminal; empty before the first.
  public synchronized Second latest() {
    int index = seconds.size() - 2;
    return index < 0 ? SecondCounter.EMPTY : seconds.get(index).second(planned(index));
  }

  /// What was measured, when all answers are in or given up.
  public synchronized Measurement finish() {
    cpu.stop();
    long unsent = asked - right - failures.values().stream().mapToLong(Long::longValue).sum();
    if (unsent > 0) {
      failures.merge(Failure.UNSENT, unsent, Long::sum);
    }
    double planned = 0;
    List<Second> timeline = new ArrayList<>();
    for (int i = 0; i < seconds.size(); i++) {
      planned += planned(i);
      timeline.add(seconds.get(i).second(planned(i)));
    }
    double length = Math.min(load.duration().toMillis() / 1000.0, Math.max(1, seconds.size()));
    Map<Endpoint, Latency> endpoints = new EnumMap<>(Endpoint.class);
    byEndpoint.forEach((endpoint, nanos) -> endpoints.put(endpoint, Latency.of(nanos)));
    GeneratorHealth health =
        new GeneratorHealth(
            cpu.cores(), Latency.of(lag), Math.round(planned / requestsPerVisit), visits);
    return new Measurement(
        length,
        asked,
        right,
        repeated,
        bytes,
        Latency.of(latency),
        Latency.of(service),
        endpoints,
        failures,
        examples,
        timeline,
        distribution(),
        health);
  }

  private SecondCounter second(long intendedNanos) {
    int index = (int) TimeUnit.NANOSECONDS.toSeconds(Math.max(0, intendedNanos - startNanos));
    while (seconds.size() <= index) {
      seconds.add(new SecondCounter());
    }
    return seconds.get(index);
  }

  /// How many requests the load asks for in its second number `index`.
  private double planned(int index) {
    double begin = 0;
    double requests = 0;
    for (Segment segment : load.segments()) {
      double end = begin + segment.seconds();
      double overlap = Math.min(end, index + 1.0) - Math.max(begin, index);
      requests += Math.max(0, overlap) * segment.requestsPerSecond();
      begin = end;
    }
    return requests;
  }

  private List<DistributionPoint> distribution() {
    List<DistributionPoint> points = new ArrayList<>();
    for (HistogramIterationValue value : latency.percentiles(POINTS_PER_HALVING)) {
      points.add(
          new DistributionPoint(
              value.getPercentileLevelIteratedTo(), value.getValueIteratedTo() / 1e6));
    }
    return points;
  }

  /// The counters of one second; guarded by the recorder.
  private static final class SecondCounter {
    static final Second EMPTY = new Second(0, 0, 0, 0, Latency.NONE);

    private final Histogram latency = new Histogram(DIGITS_PER_SECOND);
    private int asked;
    private int right;
    private int failed;

    Second second(double planned) {
      return new Second((int) Math.round(planned), asked, right, failed, Latency.of(latency));
    }
  }
}
