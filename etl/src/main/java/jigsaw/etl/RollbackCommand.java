package jigsaw.etl;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import jigsaw.catalog.settings.DatabaseOptions;
import jigsaw.catalog.settings.LogOptions;
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
  private final PrintStream progress;
  private final LogOptions logOptions;
  @Spec private CommandSpec spec = CommandSpec.create();
  @Mixin private DatabaseOptions options = new DatabaseOptions();

  RollbackCommand(Map<String, String> environment, PrintStream progress, LogOptions logOptions) {
    this.environment = environment;
    this.progress = progress;
    this.logOptions = logOptions;
  }

  @Override
  public Integer call() {
    RunLog log = new RunLog(progress, logOptions, false);
    Database database = new Database(options.url(), options.user(), options.password(environment));
    try (Session session = database.open()) {
      Generations generations = new Generations(session);
      Optional<Generation> now;
      try (LoadLock _ = LoadLock.take(session)) {
        generations.prepare();
        now = generations.rollback();
      }
      if (now.isEmpty()) {
        nothing(log);
        return ExitCode.NOTHING.number();
      }
      tell("generation " + now.get().id() + " is live again", log);
      return ExitCode.DONE.number();
    }
  }

  private void tell(String sentence, RunLog log) {
    if (log.isJson()) {
      log.info(sentence);
    } else {
      PrintWriter out = spec.commandLine().getOut();
      out.println(sentence);
      out.flush();
    }
  }

  private void nothing(RunLog log) {
    String sentence = "there is no previous generation to go back to";
    if (log.isJson()) {
      log.warn(sentence);
    } else {
      spec.commandLine().getErr().println(sentence);
    }
  }
}
