package jigsaw.loadtest.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import jigsaw.loadtest.measure.GeneratorHealth;
import jigsaw.loadtest.measure.Latency;
import jigsaw.loadtest.measure.Measurement;
import jigsaw.loadtest.traffic.Failure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ComparisonTest {
  @TempDir Path folder = Path.of("");

  @Test
  void theSameIsNoRegression() throws IOException {
    assertThat(compare(measured(5, 20, 0), measured(5, 20, 0)).isRegression()).isFalse();
  }

  @Test
  void longerThanTheThresholdIsOne() throws IOException {
    Comparison comparison = compare(measured(5, 20, 0), measured(5.5, 40, 0));
    assertThat(comparison.rows())
        .singleElement()
        .extracting(Comparison.Row::worse)
        .isEqualTo(List.of("p99"));
  }

  @Test
  void lessThanHalfAMillisecondIsNoise() throws IOException {
    assertThat(compare(measured(0.1, 0.2, 0), measured(0.3, 0.6, 0)).isRegression()).isFalse();
  }

  @Test
  void moreErrorsAreOne() throws IOException {
    Comparison comparison = compare(measured(5, 20, 0), measured(5, 20, 10));
    assertThat(comparison.rows().getFirst().worse()).containsExactly("errors");
  }

  @Test
  void whatIsNoReportIsNamed() throws IOException {
    Path file = Files.writeString(folder.resolve("x.json"), "{}");
    assertThatThrownBy(() -> Comparison.of(file, file, 2))
        .hasMessageContaining("x.json is no report");
  }

  @Test
  void verdictsFollowTheThresholds() {
    assertThat(Verdict.reference(measured(49, 200, 49)).outcome())
        .isEqualTo(Verdict.Outcome.PASSED);
    assertThat(Verdict.strict(measured(49, 200, 49)).reasons()).hasSize(2);
    assertThat(Verdict.reference(measured(50, 200, 50)).reasons()).hasSize(2);
    assertThat(Verdict.strict(measured(1, 49, 0)).outcome()).isEqualTo(Verdict.Outcome.PASSED);
  }

  @Test
  void aGeneratorThatFellBehindJudgesNobody() {
    Measurement fast = measured(1, 2, 0);
    GeneratorHealth late = new GeneratorHealth(1, latency(5, 50), 1000, 1000);
    GeneratorHealth few = new GeneratorHealth(1, latency(0, 0), 1000, 900);
    for (GeneratorHealth health : List.of(late, few)) {
      Verdict verdict = Verdict.reference(with(fast, health));
      assertThat(verdict.outcome()).isEqualTo(Verdict.Outcome.NOT_JUDGED);
      assertThat(verdict.reasons().getFirst()).startsWith("generator too slow");
    }
  }

  private Comparison compare(Measurement before, Measurement after) throws IOException {
    return Comparison.of(write("a", before), write("b", after), 1.25);
  }

  private Path write(String name, Measurement measurement) throws IOException {
    LoadResult result = LoadResult.of("mix", "100/s for 10s", 100, 1, 0, measurement);
    new Report(
            1,
            "p",
            "</script>",
            "t",
            "now",
            "complete",
            Map.of(),
            Map.of(),
            Map.of(),
            List.of(result))
        .write(folder.resolve(name));
    assertThat(Files.readString(folder.resolve(name).resolve("report.html")))
        .contains("\\u003c/script>");
    return folder.resolve(name).resolve("report.json");
  }

  private static Measurement measured(double mean, double p99, long shed) {
    return new Measurement(
        10,
        1000,
        1000 - shed,
        0,
        0,
        latency(mean, p99),
        latency(mean, p99),
        Map.of(),
        shed == 0 ? Map.of() : Map.of(Failure.SHED, shed),
        Map.of(),
        List.of(),
        List.of(),
        new GeneratorHealth(0.2, latency(0.1, 0.5), 1000, 1000));
  }

  private static Measurement with(Measurement m, GeneratorHealth health) {
    return new Measurement(
        m.seconds(),
        m.asked(),
        m.right(),
        0,
        0,
        m.latency(),
        m.service(),
        Map.of(),
        Map.of(),
        Map.of(),
        List.of(),
        List.of(),
        health);
  }

  private static Latency latency(double mean, double p99) {
    return new Latency(1000, mean, mean, mean, p99, p99, p99);
  }
}
