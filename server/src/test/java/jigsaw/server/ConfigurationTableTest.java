package jigsaw.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import jigsaw.catalog.settings.CommandLines;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Model.OptionSpec;

/// The table of docs/configuration.md has every option of the server with its key and default.
class ConfigurationTableTest {
  @Test
  void hasEveryOptionOfTheServer() throws IOException {
    List<String> rows = serverRows();
    List<String> expected =
        ServerMain.commandLine(Map.of()).getCommandSpec().options().stream()
            .filter(option -> !option.usageHelp() && !option.versionHelp())
            .map(ConfigurationTableTest::row)
            .toList();
    assertThat(rows).containsExactlyInAnyOrderElementsOf(expected);
  }

  private static String row(OptionSpec option) {
    String value = option.defaultValue();
    String shown = value == null || value.isEmpty() ? "–" : "`" + value + "`";
    String name = option.longestName();
    return "`" + CommandLines.variable(name) + "` | `" + name + "` | " + shown;
  }

  /// The first three columns of the table under the heading of the server.
  private static List<String> serverRows() throws IOException {
    String text = Files.readString(Path.of("../docs/configuration.md"));
    String section = text.split("(?m)^## ", -1)[1];
    assertThat(section).startsWith("Server");
    return section
        .lines()
        .filter(line -> line.startsWith("| `JIGSAW_"))
        .map(line -> String.join(" | ", Arrays.copyOfRange(line.split(" *\\| *", -1), 1, 4)))
        .toList();
  }
}
