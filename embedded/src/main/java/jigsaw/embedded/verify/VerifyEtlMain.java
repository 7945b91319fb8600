package jigsaw.embedded.verify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import jigsaw.embedded.EmbeddedException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `jigsaw verify-etl`: disturbs loads in every way and looks at what is left.
@Command(
    name = "jigsaw verify-etl",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Kills the ETL at random moments, cuts its connections, kills its database, fills its disk,",
      "takes its files and its rights away, starts it twice. Checks each time that the exit code is",
      "the documented one, that the live generation is whole, that the same command once more gives",
      "the tables of an undisturbed load (CHECKSUM TABLE), and that nothing is left over. Prints",
      "what was promised, what was measured and whether it was kept. Linux and macOS."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:every promise that could be tried was kept",
      "1:one was not, or something did not run",
      "2:an option is wrong"
    })
public final class VerifyEtlMain implements Callable<Integer> {
  @Option(
      names = "--kills",
      paramLabel = "N",
      defaultValue = "20",
      description = "At how many moments the ETL is killed (default: ${DEFAULT-VALUE}).")
  private int kills;

  @Option(
      names = "--products",
      paramLabel = "N",
      defaultValue = "5000",
      description = "Size of the two catalogues (default: ${DEFAULT-VALUE}).")
  private int products;

  @Option(
      names = "--seed",
      paramLabel = "S",
      description = "Seed of the moments, to repeat them (default: a new one, which is printed).")
  private Optional<Long> seed = Optional.empty();

  @Option(
      names = "--only",
      paramLabel = "REGEX",
      description = "Try only promises that contain it.")
  private Optional<Pattern> only = Optional.empty();

  @Mixin private final TargetOptions target = new TargetOptions();

  private final Path home;

  private VerifyEtlMain(Path home) {
    this.home = home;
  }

  public static void main(String[] arguments) {
    Path home = Path.of(System.getenv().getOrDefault("JIGSAW_HOME", "")).toAbsolutePath();
    CommandLine commandLine = new CommandLine(new VerifyEtlMain(home));
    commandLine.setUsageHelpAutoWidth(true);
    System.exit(commandLine.execute(arguments));
  }

  @Override
  public Integer call() throws InterruptedException {
    Path folder = home.resolve(".jigsaw").resolve("verify-etl");
    long chosen = seed.orElseGet(() -> new Random().nextLong(1_000_000));
    System.out.println("seed " + chosen);
    try {
      Files.createDirectories(folder);
      try (LoadedDatabase database = target.open(folder.resolve("db"))) {
        Stage stage = new Stage(home, folder, products, database);
        if (!database.isOwn() && stage.tables().live() > 0 && !target.mayReplace()) {
          throw new IOException(
              "the schema has a live generation, which would be replaced: name another schema, or"
                  + " say --replace");
        }
        stage.generate();
        stage.loadBoth();
        System.out.printf("an undisturbed load takes %.1f s%n", stage.undisturbedSeconds());
        return new Promises(stage).tryAll(faults(new Random(chosen))) ? 0 : 1;
      }
    } catch (IOException | EmbeddedException e) {
      System.err.println("jigsaw verify-etl: " + e.getMessage());
      return 1;
    }
  }

  private List<Fault> faults(Random random) {
    List<Fault> faults = new ArrayList<>(List.of(new Kills(kills, random), new SecondRun()));
    faults.addAll(DatabaseFaults.all());
    faults.add(new FullDisk());
    faults.addAll(FileFaults.all());
    return faults.stream()
        .filter(fault -> only.map(it -> it.matcher(fault.promise()).find()).orElse(true))
        .toList();
  }
}
