package jigsaw.embedded;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `jigsaw topology`: nginx, servers, database and Redis as processes of this machine.
@Command(
    name = "jigsaw topology",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Starts nginx, one or several servers, a database and Redis on the loopback address, for",
      "experiments. Data is kept; what the demo has loaded can be used with its --data.",
      "What is set for 'jigsaw serve' in the environment reaches every server, except addresses",
      "and passwords. DATA/topology.json tells programs what runs where, while it runs."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:stopped by Ctrl-C or SIGTERM; nothing is left running",
      "1:something did not start, or ended by itself; nothing is left running",
      "2:an option is wrong",
      "other:what 'jigsaw generate' or 'jigsaw etl' ended with"
    })
public final class TopologyMain implements Callable<Integer> {
  static final String NAME = "jigsaw topology";

  @Mixin private final TopologyOptions options = new TopologyOptions();
  private final Path home;

  private TopologyMain(Path home) {
    this.home = home;
  }

  public static void main(String[] arguments) {
    Map<String, String> environment = System.getenv();
    Path home = Path.of(environment.getOrDefault("JIGSAW_HOME", "")).toAbsolutePath();
    CommandLine commandLine = Foreground.commandLine(NAME, new TopologyMain(home), environment);
    commandLine.setCaseInsensitiveEnumValuesAllowed(true);
    System.exit(commandLine.execute(arguments));
  }

  @Override
  public Integer call() {
    try {
      options.check();
    } catch (EmbeddedException e) {
      return Foreground.explain(NAME, e);
    }
    return Foreground.run(NAME, () -> Topology.open(home, options));
  }
}
