package jigsaw.jmh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ComparisonTest {
  @TempDir private Path folder;

  @Test
  void readsTimeAllocationAndParameters() throws IOException {
    Map<String, BenchmarkResult> results = run("100.5", "2", "24");

    assertThat(results)
        .containsEntry(
            "a.B.hit kind=gzip",
            new BenchmarkResult(
                "a.B.hit kind=gzip",
                new Measurement(100.5, 2, "ns/op"),
                Optional.of(new Measurement(24, 0, "B/op"))));
  }

  @Test
  void seesNoRegressionInEqualRuns() throws IOException {
    assertThat(compare(run("100", "1", "24"), run("100", "1", "24"))).isEmpty();
  }

  @Test
  void reportsMoreAllocation() throws IOException {
    assertThat(compare(run("100", "1", "0"), run("100", "1", "24"))).hasSize(1);
  }

  @Test
  void forgivesAFractionOfAByte() throws IOException {
    assertThat(compare(run("100", "1", "0.001"), run("100", "1", "0.9"))).isEmpty();
  }

  @Test
  void letsTimeDecideOnlyIfAsked() throws IOException {
    var before = run("100", "1", "24");
    var after = run("150", "1", "24");

    assertThat(new Comparison(before, after, 0.05, Optional.empty()).regressions()).isEmpty();
    assertThat(new Comparison(before, after, 0.05, Optional.of(0.2)).regressions()).hasSize(1);
  }

  @Test
  void doesNotCallOverlappingErrorsARegression() throws IOException {
    var before = run("100", "30", "24");
    var after = run("150", "30", "24");

    assertThat(new Comparison(before, after, 0.05, Optional.of(0.05)).regressions()).isEmpty();
  }

  @Test
  void showsWhatIsNewAndWhatIsGone() throws IOException {
    Comparison appeared = new Comparison(Map.of(), run("1", "1", "1"), 0.05, Optional.empty());
    Comparison vanished = new Comparison(run("1", "1", "1"), Map.of(), 0.05, Optional.empty());

    assertThat(appeared.table()).contains("B.hit kind=gzip").contains("new");
    assertThat(vanished.table()).contains("B.hit kind=gzip").contains("gone");
  }

  @Test
  void refusesWhatIsNoResult() throws IOException {
    Path file = Files.writeString(folder.resolve("other.json"), "{}");

    assertThatThrownBy(() -> ResultFile.read(file)).isInstanceOf(IOException.class);
  }

  private static Iterable<String> compare(
      Map<String, BenchmarkResult> before, Map<String, BenchmarkResult> after) {
    return new Comparison(before, after, 0.05, Optional.empty()).regressions();
  }

  /// A result as JMH writes it, cut to one benchmark.
  private Map<String, BenchmarkResult> run(String nanos, String error, String bytes)
      throws IOException {
    String json =
        """
        [{"jmhVersion": "1.37", "benchmark": "a.B.hit", "mode": "avgt", "jvmArgs": ["-Xmx64m"],
          "params": {"kind": "gzip"},
          "primaryMetric": {"score": %s, "scoreError": %s, "scoreConfidence": [1.0, 2.0],
            "scoreUnit": "ns/op", "rawData": [[1.0, 2.0]]},
          "secondaryMetrics": {
            "gc.count": {"score": 1.0, "scoreError": "NaN", "scoreUnit": "counts"},
            "gc.alloc.rate.norm": {"score": %s, "scoreError": "NaN", "scoreUnit": "B/op"}}}]
        """
            .formatted(nanos, error, bytes);
    return ResultFile.read(Files.writeString(folder.resolve("result.json"), json));
  }
}
