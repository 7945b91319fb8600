package jigsaw.catalog.settings;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// Makes the command line of a program: options, their environment variables, errors.
public final class CommandLines {
  private static final String PREFIX = "JIGSAW_";

  private CommandLines() {}

  /// A command line for `command`, an object or class with picocli's annotations. Options that are
  /// not given are looked up in `environment` under [#variable].
  public static CommandLine of(Object command, Map<String, String> environment) {
    CommandLine commandLine = new CommandLine(command);
    commandLine.setDefaultValueProvider(argument ->
        argument instanceof OptionSpec option && !option.usageHelp() && !option.versionHelp()
            ? environment.get(variable(option.longestName()))
            : null);
    setVersion(commandLine);
    commandLine.setCaseInsensitiveEnumValuesAllowed(true);
    commandLine.setOverwrittenOptionsAllowed(true);
    commandLine.setUsageHelpAutoWidth(true);
    commandLine.setParameterExceptionHandler((error, arguments) -> explain(error));
    return commandLine;
  }

  /// The environment variable of an option: `JIGSAW_DB_URL` for `--db-url`.
  public static String variable(String option) {
    return PREFIX + option.replaceFirst("^--?", "").replace('-', '_').toUpperCase(Locale.ROOT);
  }

  /// All programs have the version of the jar that this class comes from.
  private static void setVersion(CommandLine commandLine) {
    String version = CommandLines.class.getPackage().getImplementationVersion();
    commandLine
        .getCommandSpec()
        .version("Jigsaw " + (version == null ? "(not packaged)" : version));
    commandLine.getSubcommands().values().forEach(CommandLines::setVersion);
  }

  private static int explain(ParameterException error) {
    CommandLine commandLine = error.getCommandLine();
    String name = commandLine.getCommandSpec().qualifiedName();
    PrintWriter err = commandLine.getErr();
    String variable =
        error.getArgSpec() instanceof OptionSpec option
            ? " (or " + variable(option.longestName()) + ")"
            : "";
    err.println(name + ": " + error.getMessage() + variable);
    if (!UnmatchedArgumentException.printSuggestions(error, err)) {
      err.println("'" + name + " --help' lists every option.");
    }
    return commandLine.getCommandSpec().exitCodeOnInvalidInput();
  }
}
