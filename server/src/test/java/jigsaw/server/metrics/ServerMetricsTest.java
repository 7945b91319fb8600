package jigsaw.server.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import jigsaw.server.http.Refusal;
import jigsaw.server.http.RequestObserver;
import org.junit.jupiter.api.Test;

class ServerMetricsTest {
  private final ServerMetrics metrics = new ServerMetrics(List.of("none", "/products/{id}"));

  @Test
  void addsUpWhatAllEventLoopsCount() {
    for (int loop = 0; loop < 3; loop++) {
      RequestObserver observer = metrics.observer();
      observer.opened();
      observer.answered(1, 200, 100, 2_000_000);
      observer.answered(1, 404, 50, 1_000);
      observer.answered(0, 418, 1, 1_000);
      observer.refused(Refusal.IDLE_TIMEOUT);
    }
    assertThat(text())
        .contains("jigsaw_http_requests_total{route=\"/products/{id}\",status=\"200\"} 3.0")
        .contains("jigsaw_http_requests_total{route=\"/products/{id}\",status=\"404\"} 3.0")
        .contains("jigsaw_http_requests_total{route=\"none\",status=\"other\"} 3.0")
        .contains("jigsaw_http_request_seconds_count{route=\"/products/{id}\"} 6")
        .contains("jigsaw_http_answer_bytes_total 453.0")
        .contains("jigsaw_http_connections 3.0")
        .contains("jigsaw_http_refusals_total{reason=\"idle_timeout\"} 3.0")
        .contains("jvm_memory_used_bytes");
  }

  @Test
  void showsWhatOthersCount() {
    metrics.gauge("jigsaw_a", "A", () -> 1);
    metrics.counter("jigsaw_b", "B", () -> 2);
    metrics.counters("jigsaw_c", "C", "kind", Map.of("x", () -> 3));
    assertThat(text())
        .contains("jigsaw_a 1.0")
        .contains("jigsaw_b_total 2.0")
        .contains("jigsaw_c_total{kind=\"x\"} 3.0");
  }

  private String text() {
    return new String(metrics.text(), StandardCharsets.UTF_8);
  }
}
