package jigsaw.loadtest;

import java.io.Console;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.Optional;
import java.util.concurrent.Callable;
import jigsaw.loadtest.plan.InvalidPlanException;
import jigsaw.loadtest.target.TargetException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// The program `./jigsaw loadtest`.
@Command(
    name = "loadtest",
    mixinStandardHelpOptions = true,
    versionProvider = LoadTestMain.Version.class,
    subcommands = {CompareCommand.class, TableCommand.class, ScaleCommand.class},
    description = "Sends a plan of requests to a server, measures, judges and reports.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:every load passed the reference verdict",
      "1:a load missed it, or 'compare' found a regression",
      "2:wrong option, plan or target; nothing was sent",
      "3:the generator was too slow or the target was lost: no judgement",
      "130:interrupted; the report holds what ran"
    })
public final class LoadTestMain implements Callable<Integer> {
  static final int PASSED = 0;
  static final int MISSED = 1;
  static final int INVALID = 2;
  static final int NOT_JUDGED = 3;
  static final int INTERRUPTED = 130;

  @Mixin private final LoadTestOptions options = new LoadTestOptions();

  private LoadTestMain() {}

  public static void main(String[] arguments) {
    // Hyperfoil logs each failed request; the report counts them.
    System.getProperties().putIfAbsent("org.apache.logging.log4j.simplelog.level", "OFF");
    System.setProperty("org.apache.logging.log4j.simplelog.StatusLogger.level", "OFF");
    System.setProperty("slf4j.internal.verbosity", "ERROR");
    System.exit(commandLine().execute(arguments));
  }

  static CommandLine commandLine() {
    CommandLine commandLine = new CommandLine(new LoadTestMain());
    commandLine.setUsageHelpAutoWidth(true);
    commandLine.setExecutionExceptionHandler((error, command, parsed) -> {
      command.getErr().println("loadtest: " + error.getMessage());
      return INVALID;
    });
    return commandLine;
  }

  @Override
  public Integer call() throws Exception {
    Terminal terminal =
        new Terminal(new PrintWriter(System.out, true, Charset.defaultCharset()), isTerminal());
    try {
      return new LoadTest(options, terminal).run();
    } catch (InvalidPlanException | TargetException | IllegalArgumentException e) {
      System.err.println("loadtest: " + e.getMessage());
      return INVALID;
    }
  }

  private static boolean isTerminal() {
    return Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent();
  }

  /// The version in the jar's manifest.
  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = LoadTestMain.class.getPackage().getImplementationVersion();
      return new String[] {"jigsaw loadtest " + (version == null ? "(not packaged)" : version)};
    }
  }
}
