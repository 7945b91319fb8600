package jigsaw.loadtest.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

final class StudyTableTest {
  private static final String PARTS =
      """
      part,cpu_seconds,cpu_us_per_request,peak_rss_mib,disk_read_mib
      database,10.0,100,500,12
      nginx,2.0,20,10,0
      """;

  @TempDir Path folder = Path.of("");

  @Test
  void aRowForEachLoadButTheWarmUp() throws IOException {
    Path measured = measured("kept", result(0, 1000, 99, 99), result(1, 1000, 1.25, 4.5));
    assertThat(StudyTable.of(List.of(measured)).markdown().lines().skip(2))
        .containsExactly(
            "| kept | mix | 2,000 | 1,990 | 1.25 | 0.90 | 4.5 | 30 | 0.00 % | passed |");
  }

  @Test
  void addsUpWhatThePartsUsed() throws IOException {
    Path measured = measured("kept", result(1, 1000, 1, 2));
    Files.writeString(measured.resolve("parts.csv"), PARTS);
    assertThat(StudyTable.of(List.of(measured)).markdown())
        .contains(
            """
            | kept | database | 100 | 500 | 12 |
            | kept | nginx | 20 | 10 | 0 |
            | kept | together | 120 | 510 | 12 |
            """);
  }

  @Test
  void plotsEveryLoadOnALogarithmicAxis() throws Exception {
    Path one = measured("a<b", result(1, 1000, 1, 10));
    Path other = measured("other", result(1, 900, 10, 100));
    Path file = folder.resolve("plot.svg");
    StudyTable.of(List.of(one, other)).plot(file);
    Document plot = parse(Files.readString(file));
    var circles = plot.getElementsByTagName("circle");
    assertThat(circles.getLength()).isEqualTo(4);
    double mean = x(plot, 0);
    assertThat(x(plot, 3) - x(plot, 2)).isCloseTo(x(plot, 1) - mean, within());
    assertThat(x(plot, 2)).isCloseTo(x(plot, 1), within());
    assertThat(plot.getDocumentElement().getTextContent())
        .contains("a<b, 2,000/s", "10.00 % failed");
  }

  @Test
  void namesWhatIsMissingOrWrong() throws IOException {
    Path empty = Files.createDirectory(folder.resolve("empty"));
    assertThatThrownBy(() -> StudyTable.of(List.of(empty)))
        .hasMessageContaining("report.json: there is no such file");
    Path broken = measured("broken", "{}");
    assertThatThrownBy(() -> StudyTable.of(List.of(broken)))
        .hasMessageContaining("report.json is no report");
    Path parts = measured("parts", result(1, 1000, 1, 2));
    Files.writeString(parts.resolve("parts.csv"), "part\nnginx,1\n");
    assertThatThrownBy(() -> StudyTable.of(List.of(parts)))
        .hasMessageContaining("parts.csv: 'nginx,1': expected 5 fields");
  }

  private Path measured(String name, String... results) throws IOException {
    Path report = Files.createDirectories(folder.resolve(name).resolve("report"));
    Files.writeString(
        report.resolve("report.json"), "{\"results\":[" + String.join(",", results) + "]}");
    return folder.resolve(name);
  }

  private static String result(int round, int right, double mean, double p99) {
    return """
    {"traffic":"mix","requestsPerSecond":2000,"servedPerSecond":1990,"round":%d,\
    "reference":{"outcome":"passed"},"measurement":{"asked":1000,"right":%d,\
    "latency":{"mean":%s,"p50":0.9,"p99":%s,"max":30}}}\
    """
        .formatted(round, right, mean, p99);
  }

  private static Document parse(String svg) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(svg)));
  }

  private static double x(Document plot, int circle) {
    var attributes = plot.getElementsByTagName("circle").item(circle).getAttributes();
    return Double.parseDouble(attributes.getNamedItem("cx").getNodeValue());
  }

  private static org.assertj.core.data.Offset<Double> within() {
    return org.assertj.core.data.Offset.offset(0.11);
  }
}
