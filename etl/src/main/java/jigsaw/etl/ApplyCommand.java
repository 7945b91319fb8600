package jigsaw.etl;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import jigsaw.catalog.settings.DatabaseOptions;
import jigsaw.catalog.settings.LogOptions;
import jigsaw.etl.change.ChangeFile;
import jigsaw.etl.csv.CsvException;
import jigsaw.etl.csv.RejectsFile;
import jigsaw.etl.load.Database;
import jigsaw.etl.report.ChangeReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// `etl apply`: changes prices and stock of the live generation.
@Command(
    name = "apply",
    mixinStandardHelpOptions = true,
    description = {
      "Changes prices and stock of the live generation; running servers show it within 2 seconds.",
      "The file has the columns product_id,style_id,sku_id,original_price,sale_price,quantity. A"
          + " line without sku_id changes prices of the style (sale_price null ends a sale), one"
          + " with sku_id its quantity; an empty field changes nothing."
    })
final class ApplyCommand implements Callable<Integer> {
  private final Map<String, String> environment;
  private final PrintStream progress;
  private final LogOptions logOptions;
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private DatabaseOptions databaseOptions = new DatabaseOptions();
  @Mixin private ChangeOptions options = new ChangeOptions();

  ApplyCommand(Map<String, String> environment, PrintStream progress, LogOptions logOptions) {
    this.environment = environment;
    this.logOptions = logOptions;
    this.progress = progress;
  }

  @Override
  public Integer call() throws InterruptedException {
    Path path =
        options
            .changes()
            .orElseThrow(() ->
                new ParameterException(
                    spec.commandLine(),
                    "--changes (or JIGSAW_CHANGES) is missing: which file? Its columns are "
                        + String.join(",", ChangeFile.COLUMNS)));
    RunLog log = new RunLog(progress, logOptions, options.isQuiet());
    ChangeRun run = new ChangeRun(path, options, log.progressStyle(), progress);
    options.report().ifPresent(file -> Reports.write(file, ""));
    long startedNanos = System.nanoTime();
    try (RejectsFile rejectsFile = new RejectsFile(options.rejects())) {
      RejectSink rejects = new RejectSink(rejectsFile, options.maxRejects());
      if (options.isDryRun()) {
        run.judge(rejects);
      } else {
        run.apply(database(), rejects);
      }
    } catch (RuntimeException | InterruptedException e) {
      try {
        tell(run.report(ExitCode.of(e), secondsSince(startedNanos)), log);
      } catch (CsvException unwritten) {
        e.addSuppressed(unwritten);
        spec.commandLine().getErr().println("etl: " + unwritten.getMessage());
      }
      throw e;
    }
    tell(run.report(ExitCode.DONE, secondsSince(startedNanos)), log);
    return ExitCode.DONE.number();
  }

  private Database database() {
    return new Database(
        databaseOptions.url(), databaseOptions.user(), databaseOptions.password(environment));
  }

  private void tell(ChangeReport report, RunLog log) {
    String line = options.isDryRun() ? report.judged() : report.summary();
    if (log.isJson()) {
      log.report(line, report.json());
    } else if (report.lines() > 0) {
      spec.commandLine().getOut().println(line);
      spec.commandLine().getOut().flush();
    }
    options.report().ifPresent(file -> Reports.write(file, report.json() + "\n"));
  }

  private static double secondsSince(long startedNanos) {
    return (System.nanoTime() - startedNanos) / 1e9;
  }
}
