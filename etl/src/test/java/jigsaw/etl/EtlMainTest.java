package jigsaw.etl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jigsaw.etl.row.CatalogFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class EtlMainTest {
  @TempDir private Path folder;

  @Test
  void listsExitCodesInItsHelp() {
    EtlRun run = EtlRun.of(Map.of(), "--help");
    assertThat(run.exitCode()).isZero();
    for (ExitCode code : ExitCode.values()) {
      assertThat(run.out()).containsPattern(code.number() + " +[a-z]");
    }
  }

  @Test
  void asksForTheFolder() {
    EtlRun run = EtlRun.of(Map.of());
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("--csv (or JIGSAW_CSV) is missing");
  }

  @ParameterizedTest
  @CsvSource({"--max-rejects,some", "--max-rejects,-1", "--styles-documents,zip"})
  void namesAWrongValue(String option, String value) {
    EtlRun run = EtlRun.of(Map.of(), "--csv=.", option, value);
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains(option).contains(value).contains("JIGSAW_");
  }

  @Test
  void writesOneJsonObjectALineIfToldSo() throws IOException {
    Path csv = CsvFolder.of("dirty", folder.resolve("csv")).path();
    Map<String, String> json = Map.of("JIGSAW_LOG_FORMAT", "json");
    String[] options = {"--csv=" + csv, "--rejects=" + folder.resolve("rejects.csv"), "--dry-run"};
    EtlRun refused = EtlRun.of(json, options);
    assertThat(refused.out()).isEmpty();
    assertThat(refused.err()).isEmpty();
    List<String> lines = refused.progress().lines().toList();
    assertThat(lines)
        .allMatch(line -> line.startsWith("{\"time\":\"") && line.endsWith("}"))
        .anyMatch(line -> line.contains("\"message\":\"reading all rows\""))
        .anyMatch(line -> line.contains("\"step\":\"read\",\"seconds\":"))
        .anyMatch(line -> line.contains("\"report\":{\"outcome\":\"rejects\",\"generation\":0"));
    assertThat(lines.getLast())
        .contains("\"level\":\"error\"")
        .contains("21 of 26 lines rejected")
        .contains("\"outcome\":\"rejects\",\"exitCode\":6");
    EtlRun terse =
        EtlRun.of(
            json,
            Stream.concat(Stream.of(options), Stream.of("--log-level=error"))
                .toArray(String[]::new));
    assertThat(terse.progress().lines()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"--log-format=json status", "status --log-format=json"})
  void logsTheFailureOfEveryCommandAsJson(String arguments) {
    Map<String, String> nowhere = Map.of("JIGSAW_DB_URL", "jdbc:mysql://127.0.0.1:1/none");
    EtlRun run = EtlRun.of(nowhere, arguments.split(" "));
    assertThat(run.err()).isEmpty();
    assertThat(run.progress().lines())
        .singleElement(STRING)
        .contains("\"level\":\"error\"")
        .contains("\"exitCode\":4");
  }

  @Test
  void judgesFilesWithoutADatabase() throws IOException {
    Path csv = CsvFolder.of("dirty", folder.resolve("csv")).path();
    Path rejects = folder.resolve("rejects.csv");
    Map<String, String> nowhere = Map.of("JIGSAW_DB_URL", "jdbc:mysql://127.0.0.1:1/none");
    String[] options = {"--csv=" + csv, "--rejects=" + rejects, "--dry-run", "--quiet"};
    EtlRun refused = EtlRun.of(nowhere, options);
    assertThat(refused.exitCode()).isEqualTo(ExitCode.REJECTS.number());
    assertThat(refused.err())
        .contains("product.csv: 21 of 26 lines rejected, more than 1 % (--max-rejects)");
    assertThat(refused.out()).containsPattern("total +63 +19 +44 +4 ");
    assertThat(refused.progress()).isEmpty();
    assertThat(Files.readAllLines(rejects)).hasSizeGreaterThanOrEqualTo(45);
    EtlRun allowed =
        EtlRun.of(nowhere, "--csv=" + csv, "--rejects=" + rejects, "--dry-run", "--max-rejects=44");
    assertThat(allowed.exitCode()).isZero();
  }

  @Test
  void refusesAReportThatCannotBeWrittenBeforeAnythingIsRead() {
    EtlRun run =
        EtlRun.of(
            Map.of(),
            "--csv=" + CsvFolder.of("clean", folder).path(),
            "--report=" + folder.resolve("none/report.json"),
            "--rejects=" + folder.resolve("rejects.csv"),
            "--dry-run");
    assertThat(run.exitCode()).isEqualTo(ExitCode.FILES.number());
    assertThat(run.err()).contains("report.json cannot be written");
    assertThat(run.out()).isEmpty();
  }

  @Test
  void namesAFileThatIsMissing() throws IOException {
    CsvFolder files = CsvFolder.of("clean", folder);
    Files.delete(CatalogFile.SKUS.in(files.path()));
    EtlRun run = dryRun(files);
    assertThat(run.exitCode()).isEqualTo(ExitCode.FILES.number());
    assertThat(run.err()).contains("skus.csv: no such file");
  }

  @Test
  void namesAHeaderThatIsWrong() {
    CsvFolder files =
        CsvFolder.of("clean", folder).with(CatalogFile.SKUS, "id,style,size\n1,2,3\n");
    EtlRun run = dryRun(files);
    assertThat(run.exitCode()).isEqualTo(ExitCode.FILES.number());
    assertThat(run.err())
        .contains("skus.csv: the header is 'id,style,size', expected id,styleId,size,quantity");
  }

  @Test
  void saysThatNoDatabaseIsThere() throws IOException {
    int port;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    String url = "jdbc:mysql://127.0.0.1:" + port + "/jigsaw";
    EtlRun run =
        EtlRun.of(
            Map.of("JIGSAW_DB_URL", url, "JIGSAW_DB_PASSWORD", "secret-one"),
            "--csv=" + CsvFolder.of("clean", folder).path(),
            "--rejects=" + folder.resolve("rejects.csv"));
    assertThat(run.exitCode()).isEqualTo(ExitCode.UNAVAILABLE.number());
    assertThat(run.err())
        .contains("no database can be reached at " + url)
        .doesNotContain("secret-one");
  }

  private EtlRun dryRun(CsvFolder files) {
    return EtlRun.of(
        Map.of(),
        "--csv=" + files.path(),
        "--rejects=" + folder.resolve("rejects.csv"),
        "--dry-run");
  }
}
