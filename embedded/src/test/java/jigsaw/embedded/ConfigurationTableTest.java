package jigsaw.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/// The demo's table of docs/configuration.md has every option with its key and default.
final class ConfigurationTableTest {
  @Test
  void hasEveryOptionOfTheDemo() throws IOException {
    String text = Files.readString(Path.of("../docs/configuration.md"));
    String demo = text.substring(text.indexOf("## Demo"), text.indexOf("## The `jigsaw` script"));
    CommandLine program = new CommandLine(CommandLine.Model.CommandSpec.create());
    program.addMixin("options", new DemoOptions());
    var options = program.getCommandSpec().options();

    assertThat(options).isNotEmpty();
    assertThat(demo.lines().filter(line -> line.startsWith("| `JIGSAW_"))).hasSameSizeAs(options);
    for (OptionSpec option : options) {
      String name = option.longestName();
      String value = Optional.ofNullable(option.defaultValue()).map("`%s`"::formatted).orElse("–");
      assertThat(demo)
          .contains("| `%s` | `%s` | %s |".formatted(Foreground.variable(name), name, value));
    }
  }
}
