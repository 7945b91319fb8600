package jigsaw.embedded;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `jigsaw demo`: a whole Jigsaw on a machine that has no database, no cache and no data.
@Command(
    name = "jigsaw demo",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Starts a MariaDB and a Redis of its own, makes a catalogue, loads it and serves it.",
      "Data is kept, so the next start loads nothing unless --csv or --products ask for it.",
      "Any option may be given as an environment variable: JIGSAW_ADMIN_PORT for --admin-port."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:stopped by Ctrl-C or SIGTERM; nothing is left running",
      "1:something did not start; nothing is left running",
      "2:an option is wrong",
      "other:what 'jigsaw generate' or 'jigsaw etl' ended with"
    })
public final class DemoMain implements Callable<Integer> {
  private static final String NAME = "jigsaw demo";

  @Mixin private final DemoOptions options = new DemoOptions();
  @Mixin private final EtlOptions loadOptions = new EtlOptions();
  private final Path home;

  private DemoMain(Path home) {
    this.home = home;
  }

  public static void main(String[] arguments) {
    Map<String, String> environment = System.getenv();
    Path home = Path.of(environment.getOrDefault("JIGSAW_HOME", "")).toAbsolutePath();
    CommandLine commandLine = Foreground.commandLine(NAME, new DemoMain(home), environment);
    System.exit(commandLine.execute(arguments));
  }

  @Override
  public Integer call() {
    try {
      options.check();
      loadOptions.check();
    } catch (EmbeddedException e) {
      return Foreground.explain(NAME, e);
    }
    return Foreground.run(NAME, () -> Demo.open(home, options, loadOptions.arguments()));
  }
}
