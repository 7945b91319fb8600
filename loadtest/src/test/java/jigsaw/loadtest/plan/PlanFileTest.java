package jigsaw.loadtest.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

final class PlanFileTest {
  static final List<String> NAMES = PlanFile.NAMES;

  @TempDir Path folder = Path.of("");

  @ParameterizedTest
  @FieldSource("NAMES")
  void everyPlanOfTheProgramParses(String name) {
    Plan plan = PlanFile.read(name);
    assertThat(plan.name()).isEqualTo(name);
    assertThat(plan.about()).isNotEmpty();
  }

  @Test
  void theDefaultIsTheReferenceProtocol() {
    Plan plan = PlanFile.read("reference");
    assertThat(plan.rounds()).isEqualTo(3);
    assertThat(plan.loads())
        .extracting(Load::toString)
        .containsExactly("100/s for 30s", "500/s for 30s", "1000/s for 30s", "2000/s for 30s");
  }

  @Test
  void stepsBecomeLoads() throws IOException {
    Plan plan = read("steps 100/s to 300/s by 100/s for 1m");
    assertThat(plan.loads())
        .extracting(Load::requestsPerSecond)
        .containsExactly(100.0, 200.0, 300.0);
    assertThat(plan.duration()).isEqualTo(Duration.ofMinutes(3));
  }

  @Test
  void aSpikeIsOneLoad() throws IOException {
    Plan plan = read("load 100/s for 30s, 400/s for 10s # ten seconds");
    assertThat(plan.loads()).hasSize(1);
    assertThat(plan.loads().getFirst().requestsPerSecond()).isEqualTo(175);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "load 100 for 30s | expected a load such as 100/s for 30s",
        "load 0/s for 30s | rate must be above 0",
        "load 100/s for 0s | expected a duration",
        "load 100/s for 99h | duration must be from 1s to 24h",
        "traffic pictures | expected product, styles, related, list or mix",
        "ids some | expected 'all', or 'hot' and a number",
        "rounds many | expected a number of rounds",
        "stop soon | expected 'when-it-bends' or 'never'",
        "steps 300/s to 100/s by 1/s for 1s | lead upwards",
        "steps 1/s to 900000/s by 1/s for 1s | 1 to 1000 steps",
        "laod 100/s for 30s | expected about, traffic, ids",
      })
  void aWrongLineIsNamedWithItsNumber(String line, String expected) {
    assertThatThrownBy(() -> read("about x\n\n" + line))
        .isInstanceOf(InvalidPlanException.class)
        .hasMessageContaining("line 3: '" + line + "'")
        .hasMessageContaining(expected);
  }

  @Test
  void aPlanWithoutLoadIsRefused() {
    assertThatThrownBy(() -> read("about nothing")).hasMessageContaining("at least one load");
  }

  @Test
  void aMissingFileIsNamed() {
    assertThatThrownBy(() -> PlanFile.read("no-such.plan"))
        .isInstanceOf(InvalidPlanException.class)
        .hasMessageContaining("no-such.plan");
  }

  private Plan read(String text) throws IOException {
    return PlanFile.read(Files.writeString(folder.resolve("my.plan"), text).toString());
  }
}
