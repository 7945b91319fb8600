package jigsaw.etl;

import java.io.PrintStream;
import java.util.Map;
import jigsaw.catalog.settings.CommandLines;
import jigsaw.catalog.settings.LogOptions;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;

/// The program `etl`: composes its commands and turns every failure into one sentence and an exit
/// code.
public final class EtlMain {
  private EtlMain() {}

  public static void main(String[] arguments) {
    int exitCode;
    try (Interruption _ = Interruption.of(Thread.currentThread())) {
      exitCode = commandLine(System.getenv(), System.err).execute(arguments);
    }
    System.exit(exitCode);
  }

  /// The command line with all commands.
  static CommandLine commandLine(Map<String, String> environment, PrintStream progress) {
    LogOptions log = new LogOptions();
    CommandLine load = new CommandLine(new LoadCommand(environment, progress, log));
    load.addSubcommand(new StatusCommand(environment));
    load.addSubcommand(new RollbackCommand(environment, progress, log));
    load.addSubcommand(new ApplyCommand(environment, progress, log));
    CommandLine commandLine = CommandLines.of(load.getCommandSpec(), environment);
    commandLine.registerConverter(RejectLimit.class, EtlMain::rejectLimit);
    commandLine.setExecutionExceptionHandler(
        (failure, failed, _) -> explain(failure, failed, new RunLog(progress, log, false)));
    commandLine.getCommandSpec().usageMessage().exitCodeList(ExitCode.list());
    return commandLine;
  }

  private static RejectLimit rejectLimit(String text) {
    try {
      return RejectLimit.parse(text);
    } catch (IllegalArgumentException e) {
      throw (TypeConversionException) new TypeConversionException(e.getMessage()).initCause(e);
    }
  }

  private static int explain(Exception failure, CommandLine commandLine, RunLog log)
      throws Exception {
    if (failure instanceof ParameterException wrong) {
      return commandLine.getParameterExceptionHandler().handleParseException(wrong, new String[0]);
    }
    ExitCode code = ExitCode.of(failure);
    if (log.isJson()) {
      log.failed(code, failure);
      return code.number();
    }
    switch (code) {
      case FAILED -> failure.printStackTrace(commandLine.getErr());
      case INTERRUPTED -> commandLine.getErr().println("etl: interrupted");
      default -> commandLine.getErr().println("etl: " + failure.getMessage());
    }
    commandLine.getErr().flush();
    return code.number();
  }
}
