package jigsaw.jmh;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ResultTableTest {
  @Test
  void givesEachBenchmarkALine() {
    Map<String, BenchmarkResult> results = new LinkedHashMap<>();
    add(results, "a.b.CacheBenchmark.hit room=1.2", 170.26, Optional.of(0.0));
    add(results, "a.b.CacheBenchmark.miss", 16.94, Optional.empty());

    assertThat(new ResultTable(results).text().lines().map(line -> line.replaceAll(" +", " ")))
        .containsExactly(
            "benchmark B/op",
            "CacheBenchmark.hit room=1.2 170.260 ± 1.000 ns/op 0.0",
            "CacheBenchmark.miss 16.940 ± 1.000 ns/op -");
  }

  private static void add(
      Map<String, BenchmarkResult> results, String name, double time, Optional<Double> bytes) {
    results.put(
        name,
        new BenchmarkResult(
            name,
            new Measurement(time, 1, "ns/op"),
            bytes.map(value -> new Measurement(value, 0, "B/op"))));
  }
}
