package jigsaw.verify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import jigsaw.bench.EtlDatabase;
import jigsaw.catalog.settings.CommandLines;
import jigsaw.embedded.EmbeddedException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `jigsaw verify-etl`: disturbs loads in every way and looks at what is left.
@Command(
    name = "jigsaw verify-etl",
    mixinStandardHelpOptions = true,
    description = {
      "Kills the ETL at random moments, cuts its connections, kills its database, starts it twice,",
      "and checks each time that the live generation is whole and that the same command ends well.",
      "Uses a database of its own, or the one that JIGSAW_DB_URL names (in a schema of its own: all",
      "generations in it are replaced)."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:every promise was kept", "1:one was not, or something did not run"})
public final class EtlChaosMain implements Callable<Integer> {
  @Option(
      names = "--kills",
      defaultValue = "20",
      description = "At how many moments the ETL is killed (default: ${DEFAULT-VALUE}).")
  private int kills;

  @Option(
      names = "--products",
      defaultValue = "20000",
      description = "Size of the two catalogues (default: ${DEFAULT-VALUE}).")
  private int products;

  @Option(names = "--seed", description = "Seed of the moments, to repeat a run.")
  private Optional<Long> seed = Optional.empty();

  private final Path home;

  private EtlChaosMain(Path home) {
    this.home = home;
  }

  public static void main(String[] arguments) {
    Map<String, String> environment = System.getenv();
    Path home = Path.of(environment.getOrDefault("JIGSAW_HOME", "")).toAbsolutePath();
    System.exit(CommandLines.of(new EtlChaosMain(home), environment).execute(arguments));
  }

  @Override
  public Integer call() throws InterruptedException {
    Path folder = home.resolve(".jigsaw").resolve("verify-etl");
    long chosen = seed.orElseGet(System::nanoTime);
    System.out.println("seed " + chosen);
    try {
      Files.createDirectories(folder);
      try (EtlDatabase database = EtlDatabase.start(folder.resolve("db"))) {
        EtlChaos chaos = new EtlChaos(home, folder, database, new Random(chosen));
        chaos.prepare(products);
        chaos.kill(kills);
        chaos.second();
        chaos.cut();
        chaos.restart();
        return chaos.report() ? 0 : 1;
      }
    } catch (IOException | EmbeddedException e) {
      System.err.println("jigsaw verify-etl: " + e.getMessage());
      return 1;
    }
  }
}
