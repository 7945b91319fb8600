package jigsaw.jmh;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HistoryPageTest {
  @Test
  void plotsEveryBenchmarkOfAnyRunFromZero() {
    Map<String, Map<String, BenchmarkResult>> runs = new LinkedHashMap<>();
    runs.put("1.json", Map.of("a.b.C.hit", result("a.b.C.hit", 10, 0)));
    runs.put(
        "2.json",
        Map.of(
            "a.b.C.hit", result("a.b.C.hit", 20, 5),
            "a.b.C.miss", result("a.b.C.miss", 1, 0)));
    String html = new HistoryPage(runs).html();
    assertThat(html)
        .contains("1.json → 2.json")
        .contains("<h2>C.hit</h2><p>20.000 ± 5.000 ns/op, 0.000 ± 0.000 B/op</p>")
        // The top of the plot is 25: the first point is at 10, the second at 20.
        .contains("points=\"10.0,70.0 350.0,30.0 \"")
        .contains("<h2>C.miss</h2>");
    assertThat(html.split("<circle", -1)).hasSize(4);
  }

  @Test
  void escapesWhatIsNotItsOwn() {
    String html =
        new HistoryPage(Map.of("<a>.json", Map.of("C.x k=<b>&", result("C.x k=<b>&", 1, 0))))
            .html();
    assertThat(html).contains("&lt;a&gt;.json").contains("C.x k=&lt;b&gt;&amp;");
  }

  private static BenchmarkResult result(String name, double value, double error) {
    return new BenchmarkResult(
        name, new Measurement(value, error, "ns/op"), Optional.of(new Measurement(0, 0, "B/op")));
  }
}
