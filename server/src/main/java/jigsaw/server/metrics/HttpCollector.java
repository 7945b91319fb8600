package jigsaw.server.metrics;

import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.ClassicHistogramBuckets;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot.HistogramDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import jigsaw.server.http.Refusal;

/// Adds up what the event loops have counted.
final class HttpCollector implements MultiCollector {
  private static final double NANOS_PER_SECOND = 1e9;
  private static final double[] BOUNDS = LatencyBuckets.upperBounds();

  private final List<String> templates;
  private final List<LoopMetrics> loops;

  HttpCollector(List<String> templates, List<LoopMetrics> loops) {
    this.templates = templates;
    this.loops = loops;
  }

  @Override
  public MetricSnapshots collect() {
    return MetricSnapshots.of(requests(), latencies(), bytes(), connections(), refusals());
  }

  private CounterSnapshot requests() {
    var snapshot =
        CounterSnapshot.builder().name("jigsaw_http_requests").help("Answers by route and status");
    for (int route = 0; route < templates.size(); route++) {
      for (int status = 0; status < StatusCodes.COUNT; status++) {
        long count = sum(loop -> loop.answers, route * StatusCodes.COUNT + status);
        if (count > 0) {
          Labels labels =
              Labels.of("route", templates.get(route), "status", StatusCodes.label(status));
          snapshot.dataPoint(point(count, labels));
        }
      }
    }
    return snapshot.build();
  }

  private HistogramSnapshot latencies() {
    var snapshot =
        HistogramSnapshot.builder()
            .name("jigsaw_http_request_seconds")
            .help("Time from a request's last byte to its answer, by route");
    for (int route = 0; route < templates.size(); route++) {
      long[] counts = new long[LatencyBuckets.COUNT];
      long total = 0;
      for (int bucket = 0; bucket < counts.length; bucket++) {
        counts[bucket] = sum(loop -> loop.latencies, route * LatencyBuckets.COUNT + bucket);
        total += counts[bucket];
      }
      if (total > 0) {
        snapshot.dataPoint(
            HistogramDataPointSnapshot.builder()
                .labels(Labels.of("route", templates.get(route)))
                .classicHistogramBuckets(ClassicHistogramBuckets.of(BOUNDS, counts))
                .sum((double) sum(loop -> loop.nanos, route) / NANOS_PER_SECOND)
                .build());
      }
    }
    return snapshot.build();
  }

  private CounterSnapshot bytes() {
    return CounterSnapshot.builder()
        .name("jigsaw_http_answer_bytes")
        .help("Bytes of all answers")
        .dataPoint(point(sum(loop -> loop.bytes, 0), Labels.EMPTY))
        .build();
  }

  private GaugeSnapshot connections() {
    long open = sum(loop -> loop.opened, 0) - sum(loop -> loop.closed, 0);
    return GaugeSnapshot.builder()
        .name("jigsaw_http_connections")
        .help("Open connections")
        .dataPoint(GaugeDataPointSnapshot.builder().value((double) open).build())
        .build();
  }

  private CounterSnapshot refusals() {
    var snapshot =
        CounterSnapshot.builder()
            .name("jigsaw_http_refusals")
            .help("Requests and connections turned away, by reason");
    List<Refusal> reasons = List.of(Refusal.values());
    for (int index = 0; index < reasons.size(); index++) {
      String reason = reasons.get(index).name().toLowerCase(Locale.ROOT);
      long count = sum(loop -> loop.refusals, index);
      snapshot.dataPoint(point(count, Labels.of("reason", reason)));
    }
    return snapshot.build();
  }

  private long sum(Function<LoopMetrics, Tally> tally, int index) {
    return loops.stream().mapToLong(loop -> tally.apply(loop).get(index)).sum();
  }

  private static CounterDataPointSnapshot point(long count, Labels labels) {
    return CounterDataPointSnapshot.builder().value((double) count).labels(labels).build();
  }
}
