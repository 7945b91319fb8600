package jigsaw.etl;

import java.io.PrintWriter;
import java.util.Map;
import java.util.concurrent.Callable;
import jigsaw.catalog.settings.DatabaseOptions;
import jigsaw.etl.load.Database;
import jigsaw.etl.load.Generation;
import jigsaw.etl.load.Generations;
import jigsaw.etl.load.Session;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `etl status`: the generations with their sizes and times.
@Command(
    name = "status",
    mixinStandardHelpOptions = true,
    description = "Lists the generations in the database.")
final class StatusCommand implements Callable<Integer> {
  private static final String ROW = "%-10s %-9s %10s %9s  %-23s  %-23s%n";

  private final Map<String, String> environment;
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private DatabaseOptions options = new DatabaseOptions();

  StatusCommand(Map<String, String> environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    Database database = new Database(options.url(), options.user(), options.password(environment));
    try (Session session = database.open()) {
      Generations generations = new Generations(session);
      generations.prepare();
      out.printf(ROW, "generation", "state", "products", "MB", "started (UTC)", "finished (UTC)");
      for (Generation each : generations.all()) {
        out.printf(
            ROW,
            each.id(),
            each.state(),
            each.products(),
            generations.bytes(each) / 1_000_000,
            each.startedAt(),
            each.finishedAt());
      }
    }
    out.flush();
    return ExitCode.DONE.number();
  }
}
