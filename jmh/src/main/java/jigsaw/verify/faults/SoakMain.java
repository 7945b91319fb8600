package jigsaw.verify.faults;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import jigsaw.catalog.settings.CommandLines;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `jigsaw verify-soak`: an hour of mixed load in which things break at random.
@Command(
    name = "jigsaw verify-soak",
    mixinStandardHelpOptions = true,
    description = {
      "Starts a database, a Redis and a server of its own and sends requests of all kinds at a",
      "fixed rate. Meanwhile the database and Redis are killed, paused, cut off and spoilt at",
      "random, and in the middle another catalogue is loaded. Every body is compared; memory,",
      "descriptors and threads are noted after each disturbance."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:every promise was kept", "1:one was not, or something did not run"})
public final class SoakMain implements Callable<Integer> {
  @Option(
      names = "--minutes",
      defaultValue = "60",
      description = "How long (default: ${DEFAULT-VALUE}).")
  private double minutes;

  @Option(
      names = "--rate",
      defaultValue = "1000",
      description = "Requests a second (default: ${DEFAULT-VALUE}).")
  private int rate;

  @Option(
      names = "--products",
      defaultValue = "5000",
      description = "Size of the catalogue (default: ${DEFAULT-VALUE}).")
  private int products;

  @Option(
      names = "--seed",
      defaultValue = "1",
      description = "Of what happens when; another one makes another run (default: 1).")
  private long seed;

  private final Path home;

  private SoakMain(Path home) {
    this.home = home;
  }

  public static void main(String[] arguments) {
    Map<String, String> environment = System.getenv();
    Path home = Path.of(environment.getOrDefault("JIGSAW_HOME", "")).toAbsolutePath();
    System.exit(CommandLines.of(new SoakMain(home), environment).execute(arguments));
  }

  @Override
  public Integer call() throws InterruptedException {
    return Verification.run("verify-soak", home, this::show);
  }

  private void show(Path folder, Promises promises) throws IOException, InterruptedException {
    promises.begin("soak");
    try (Scene scene = new Scene(home, folder, products, rate, 1)) {
      new Soak(scene, minutes, seed).run(promises);
    }
  }
}
