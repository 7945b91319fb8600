package jigsaw.embedded;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

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
  @Mixin private final DemoOptions options = new DemoOptions();
  @Mixin private final LoadOptions loadOptions = new LoadOptions();
  private final Path home;

  private DemoMain(Path home) {
    this.home = home;
  }

  public static void main(String[] arguments) {
    Map<String, String> environment = System.getenv();
    Path home = Path.of(environment.getOrDefault("JIGSAW_HOME", "")).toAbsolutePath();
    CommandLine commandLine = new CommandLine(new DemoMain(home));
    commandLine.setDefaultValueProvider(argument ->
        argument instanceof OptionSpec option && !option.usageHelp() && !option.versionHelp()
            ? environment.get(variable(option.longestName()))
            : null);
    String version = DemoMain.class.getPackage().getImplementationVersion();
    commandLine
        .getCommandSpec()
        .version("Jigsaw " + (version == null ? "(not packaged)" : version));
    commandLine.setUsageHelpAutoWidth(true);
    commandLine.setOverwrittenOptionsAllowed(true);
    commandLine.setParameterExceptionHandler((error, _) -> explain(error));
    System.exit(commandLine.execute(arguments));
  }

  @Override
  public Integer call() {
    try {
      options.check();
      loadOptions.check();
    } catch (EmbeddedException e) {
      return explain(e);
    }
    CountDownLatch done = new CountDownLatch(1);
    Thread runner = Thread.currentThread();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(runner, done), "stop-demo"));
    try (Demo demo = Demo.open(home, options, loadOptions.arguments())) {
      return demo.run();
    } catch (EmbeddedException e) {
      System.err.println("jigsaw demo: " + e.getMessage());
      return CommandLine.ExitCode.SOFTWARE;
    } catch (InterruptedException _) {
      // By stop(), which decides about the exit code.
      Thread.currentThread().interrupt();
      return CommandLine.ExitCode.OK;
    } finally {
      done.countDown();
    }
  }

  /// Runs when the process ends. If that is because of a signal, the demo still runs and is ended
  /// here; to be told to stop is no failure, so the exit code is 0.
  private static void stop(Thread runner, CountDownLatch done) {
    if (done.getCount() == 0) {
      return;
    }
    runner.interrupt();
    try {
      done.await();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    Runtime.getRuntime().halt(0);
  }

  private static int explain(Exception wrongOption) {
    System.err.println("jigsaw demo: " + wrongOption.getMessage());
    boolean suggested =
        wrongOption instanceof ParameterException wrong
            && UnmatchedArgumentException.printSuggestions(wrong, wrong.getCommandLine().getErr());
    if (!suggested) {
      System.err.println("'jigsaw demo --help' lists every option.");
    }
    return CommandLine.ExitCode.USAGE;
  }

  static String variable(String option) {
    return "JIGSAW_" + option.substring(2).replace('-', '_').toUpperCase(Locale.ROOT);
  }
}
