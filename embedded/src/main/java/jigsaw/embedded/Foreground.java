package jigsaw.embedded;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// What the programs have in common that run at a terminal until Ctrl-C and then stop whatever they
/// have started.
final class Foreground {
  private Foreground() {}

  /// A command line whose options may also come from the environment, `JIGSAW_PORT` for `--port`.
  static CommandLine commandLine(String name, Object program, Map<String, String> environment) {
    CommandLine commandLine = new CommandLine(program);
    commandLine.setDefaultValueProvider(argument ->
        argument instanceof OptionSpec option && !option.usageHelp() && !option.versionHelp()
            ? environment.get(variable(option.longestName()))
            : null);
    String version = Foreground.class.getPackage().getImplementationVersion();
    commandLine
        .getCommandSpec()
        .version("Jigsaw " + (version == null ? "(not packaged)" : version));
    commandLine.setUsageHelpAutoWidth(true);
    commandLine.setOverwrittenOptionsAllowed(true);
    commandLine.setParameterExceptionHandler((error, _) -> explain(name, error));
    return commandLine;
  }

  static String variable(String option) {
    return "JIGSAW_" + option.substring(2).replace('-', '_').toUpperCase(Locale.ROOT);
  }

  /// Runs a session to its end or until a signal, and closes it in either case.
  ///
  /// @return the exit code
  static int run(String name, Supplier<? extends Session> open) {
    CountDownLatch done = new CountDownLatch(1);
    Thread runner = Thread.currentThread();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(runner, done), "stop"));
    try (Session session = open.get()) {
      return session.run();
    } catch (EmbeddedException e) {
      System.err.println(name + ": " + e.getMessage());
      return CommandLine.ExitCode.SOFTWARE;
    } catch (InterruptedException _) {
      // By stop(), which decides about the exit code.
      Thread.currentThread().interrupt();
      return CommandLine.ExitCode.OK;
    } finally {
      done.countDown();
    }
  }

  /// Says what is wrong with the command line.
  ///
  /// @return the exit code
  static int explain(String name, Exception wrongOption) {
    System.err.println(name + ": " + wrongOption.getMessage());
    boolean suggested =
        wrongOption instanceof ParameterException wrong
            && UnmatchedArgumentException.printSuggestions(wrong, wrong.getCommandLine().getErr());
    if (!suggested) {
      System.err.println("'" + name + " --help' lists every option.");
    }
    return CommandLine.ExitCode.USAGE;
  }

  /// Runs when the process ends. If that is because of a signal, the session still runs and is
  /// ended here; to be told to stop is no failure, so the exit code is 0.
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

  /// One run of such a program; used by one thread, interrupted to end it early.
  interface Session extends AutoCloseable {
    /// Runs until the end.
    ///
    /// @return the exit code
    int run() throws InterruptedException;

    /// Stops everything.
    @Override
    void close();
  }
}
