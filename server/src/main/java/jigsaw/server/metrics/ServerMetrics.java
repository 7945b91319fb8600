package jigsaw.server.metrics;

import io.prometheus.metrics.core.metrics.CounterWithCallback;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.instrumentation.jvm.JvmMetrics;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.LongSupplier;
import jigsaw.server.http.Refusal;
import jigsaw.server.http.RequestObserver;

/// All metrics of one server.
public final class ServerMetrics {
  private final PrometheusRegistry registry = new PrometheusRegistry();
  private final List<LoopMetrics> loops = new CopyOnWriteArrayList<>();
  private final int routes;

  /// `templates` are the names of the routes by their index.
  public ServerMetrics(List<String> templates) {
    routes = templates.size();
    registry.register(new HttpCollector(List.copyOf(templates), loops));
    JvmMetrics.builder().register(registry);
  }

  /// A new observer for one event loop.
  public RequestObserver observer() {
    LoopMetrics loop = new LoopMetrics(routes);
    loops.add(loop);
    return loop;
  }

  /// How often each reason for a refusal was met, on all event loops.
  public LongSupplier refusals(Refusal reason) {
    return () -> loops.stream().mapToLong(loop -> loop.refusals(reason)).sum();
  }

  /// Shows a count that only grows.
  public void counter(String name, String help, LongSupplier count) {
    CounterWithCallback.builder()
        .name(name)
        .help(help)
        .callback(callback -> callback.call((double) count.getAsLong()))
        .register(registry);
  }

  /// Shows counts that only grow, by the value of one label.
  public void counters(String name, String help, String label, Map<String, LongSupplier> counts) {
    CounterWithCallback.builder()
        .name(name)
        .help(help)
        .labelNames(label)
        .callback(callback ->
            counts.forEach((value, count) -> callback.call((double) count.getAsLong(), value)))
        .register(registry);
  }

  /// Shows a value of now.
  public void gauge(String name, String help, LongSupplier value) {
    GaugeWithCallback.builder()
        .name(name)
        .help(help)
        .callback(callback -> callback.call((double) value.getAsLong()))
        .register(registry);
  }

  /// Everything in Prometheus' text format, version 0.0.4.
  public byte[] text() {
    ByteArrayOutputStream out = new ByteArrayOutputStream(64 * 1024);
    try {
      PrometheusTextFormatWriter.create().write(out, registry.scrape());
    } catch (IOException e) {
      throw new UncheckedIOException("memory refused metrics", e);
    }
    return out.toByteArray();
  }
}
