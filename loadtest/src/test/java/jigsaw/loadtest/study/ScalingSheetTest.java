package jigsaw.loadtest.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ScalingSheetTest {
  @TempDir Path folder = Path.of("");

  @BeforeEach
  void report() throws IOException {
    Path report = Files.createDirectories(folder.resolve("report"));
    Files.writeString(report.resolve("report.json"), "{\"results\":[]}");
  }

  @Test
  void countsProcessorsAndTheirPrice() throws IOException {
    Files.writeString(
        folder.resolve("parts.csv"),
        """
        part,cpu_seconds,cpu_us_per_request,peak_rss_mib,disk_read_mib
        server-1,10.0,120,200,0
        nginx,1.0,30,10,0
        """);
    String table = ScalingSheet.of(folder, 0.6, 0.36).markdown(List.of(10_000.0));
    // 10,000/s × 120 µs ÷ 0.6 = 2 processors; 2 × 0.36 an hour ÷ 36 million requests an hour.
    assertThat(table.lines().skip(2))
        .satisfiesExactly(
            server ->
                assertThat(server).startsWith("| 10,000 | server-1 | 2 |").endsWith(" 0.0200 |"),
            nginx -> assertThat(nginx).startsWith("| 10,000 | nginx | 1 |").endsWith(" 0.0100 |"),
            both -> assertThat(both).isEqualTo("| 10,000 | together | 3 | | | | | 0.0300 |"));
  }

  @Test
  void refusesWhatMakesNoSense() {
    assertThatThrownBy(() -> ScalingSheet.of(folder, 1, 1)).hasMessageContaining("--busy: '1.0'");
    assertThatThrownBy(() -> ScalingSheet.of(folder, 0.5, 1)).hasMessageContaining("no parts.csv");
  }
}
