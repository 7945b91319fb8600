package jigsaw.etl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import jigsaw.catalog.settings.CommandLines;
import jigsaw.etl.generate.GenerateMain;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/// The tables of docs/configuration.md have every option of the programs of this module with its
/// key and default.
final class ConfigurationTableTest {
  @Test
  void hasEveryOptionOfTheEtl() throws IOException {
    assertTable("## ETL", EtlMain.commandLine(Map.of(), System.err));
  }

  /// Those of the database stand in the table of the ETL.
  @Test
  void hasEveryOptionOfChanges() throws IOException {
    CommandLine etl = EtlMain.commandLine(Map.of(), System.err);
    assertTable(
        "## Changes of prices and stock",
        Objects.requireNonNull(etl.getSubcommands().get("apply"))
            .getCommandSpec()
            .options()
            .stream()
            .filter(option -> !option.longestName().startsWith("--db-"))
            .toList());
  }

  @Test
  void hasEveryOptionOfTheGenerator() throws IOException {
    assertTable("## Generator", GenerateMain.commandLine(Map.of()));
  }

  private static void assertTable(String heading, CommandLine program) throws IOException {
    assertTable(heading, program.getCommandSpec().options());
  }

  private static void assertTable(String heading, List<OptionSpec> options) throws IOException {
    List<String> expected =
        options.stream()
            .filter(option -> !option.usageHelp() && !option.versionHelp() && !option.hidden())
            .map(ConfigurationTableTest::row)
            .toList();
    assertThat(rows(heading)).containsExactlyInAnyOrderElementsOf(expected);
  }

  private static String row(OptionSpec option) {
    String value = option.defaultValue();
    String shown = value == null || value.isEmpty() ? "–" : "`" + value + "`";
    String name = option.longestName();
    return "`" + CommandLines.variable(name) + "` | `" + name + "` | " + shown;
  }

  /// The first three columns of the table under a heading.
  private static List<String> rows(String heading) throws IOException {
    String text = Files.readString(Path.of("../docs/configuration.md"));
    return Arrays.stream(text.split("(?m)^(?=## )", -1))
        .filter(section -> section.startsWith(heading))
        .flatMap(String::lines)
        .filter(line -> line.startsWith("| `JIGSAW_"))
        .map(line -> String.join(" | ", Arrays.copyOfRange(line.split(" *\\| *", -1), 1, 4)))
        .toList();
  }
}
