package jigsaw.etl;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import jigsaw.catalog.settings.DatabaseOptions;
import jigsaw.catalog.settings.LogOptions;
import jigsaw.etl.csv.CsvException;
import jigsaw.etl.csv.RejectsFile;
import jigsaw.etl.load.Database;
import jigsaw.etl.report.LoadReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `etl`: loads a folder of CSV files and makes it the live generation.
@Command(
    name = "etl",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "%nExit codes:%n",
    description = "Loads six CSV files into the database and makes them visible in one step.")
final class LoadCommand implements Callable<Integer> {
  private final Map<String, String> environment;
  private final PrintStream progress;
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private DatabaseOptions databaseOptions = new DatabaseOptions();
  @Mixin private LogOptions logOptions;
  @Mixin private LoadOptions options = new LoadOptions();

  /// Progress goes to `progress`, the final table to the command line's own output.
  LoadCommand(Map<String, String> environment, PrintStream progress, LogOptions logOptions) {
    this.environment = environment;
    this.logOptions = logOptions;
    this.progress = progress;
  }

  @Override
  public Integer call() throws Exception {
    Path folder =
        options
            .csv()
            .orElseThrow(() ->
                new ParameterException(
                    spec.commandLine(), "--csv (or JIGSAW_CSV) is missing: which folder?"));
    RunLog log = new RunLog(progress, logOptions, options.isQuiet());
    Steps steps = new Steps(log);
    FilePass files = new FilePass(folder);
    options.report().ifPresent(file -> Reports.write(file, ""));
    int generation = 0;
    try (RejectsFile rejectsFile = new RejectsFile(options.rejects())) {
      generation = run(files, steps, new RejectSink(rejectsFile, options.maxRejects()));
    } catch (RuntimeException | InterruptedException e) {
      steps.end();
      try {
        tell(Reports.of(ExitCode.of(e), generation, files, steps), log);
      } catch (CsvException unwritten) {
        e.addSuppressed(unwritten);
        spec.commandLine().getErr().println("etl: " + unwritten.getMessage());
      }
      throw e;
    }
    steps.end();
    tell(Reports.of(ExitCode.DONE, generation, files, steps), log);
    return ExitCode.DONE.number();
  }

  private int run(FilePass files, Steps steps, RejectSink rejects) throws InterruptedException {
    if (options.isDryRun()) {
      new DryRun(options, files, steps, progress).run(rejects);
      return 0;
    }
    Database database =
        new Database(
            databaseOptions.url(), databaseOptions.user(), databaseOptions.password(environment));
    return new CatalogLoad(options, database, files, steps, progress).run(rejects);
  }

  private void tell(LoadReport report, RunLog log) {
    if (log.isJson()) {
      log.report(live(report), report.json());
    } else {
      show(report);
    }
    options.report().ifPresent(file -> Reports.write(file, report.json() + "\n"));
  }

  private void show(LoadReport report) {
    boolean anythingRead = report.files().stream().anyMatch(file -> file.lines() > 0);
    if (anythingRead) {
      spec.commandLine().getOut().print(report.table());
    }
    if (report.generation() > 0) {
      spec.commandLine().getOut().println(live(report));
    }
    spec.commandLine().getOut().flush();
  }

  private static String live(LoadReport report) {
    return report.generation() > 0
        ? "generation " + report.generation() + " is live"
        : "nothing new is live";
  }
}
