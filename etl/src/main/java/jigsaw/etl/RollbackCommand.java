package jigsaw.etl;

import java.io.PrintWriter;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import jigsaw.catalog.settings.DatabaseOptions;
import jigsaw.etl.load.Database;
import jigsaw.etl.load.Generation;
import jigsaw.etl.load.Generations;
import jigsaw.etl.load.LoadLock;
import jigsaw.etl.load.Session;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// `etl rollback`: makes the previous generation live again; a second time undoes that.
@Command(
    name = "rollback",
    mixinStandardHelpOptions = true,
    description = "Makes the previous generation live again.")
final class RollbackCommand implements Callable<Integer> {
  private final Map<String, String> environment;
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private DatabaseOptions options = new DatabaseOptions();

  RollbackCommand(Map<String, String> environment) {
    this.environment = environment;
  }

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    Database database = new Database(options.url(), options.user(), options.password(environment));
    try (Session session = database.open()) {
      Generations generations = new Generations(session);
      generations.prepare();
      Optional<Generation> now;
      try (LoadLock _ = LoadLock.take(session)) {
        now = generations.rollback();
      }
      if (now.isEmpty()) {
        spec.commandLine().getErr().println("there is no previous generation to go back to");
        return ExitCode.NOTHING.number();
      }
      out.println("generation " + now.get().id() + " is live again");
      out.flush();
      return ExitCode.DONE.number();
    }
  }
}
