package jigsaw.verify.faults;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import jigsaw.catalog.settings.CommandLines;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `jigsaw verify-faults`: breaks what a server depends on and looks at what its clients notice.
@Command(
    name = "jigsaw verify-faults",
    mixinStandardHelpOptions = true,
    description = {
      "Starts a database, a Redis and a server of its own, sends requests at a fixed rate, and",
      "meanwhile kills, pauses and delays what the server depends on. Prints what was promised and",
      "what was measured; every body is compared."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:every promise was kept", "1:one was not, or something did not run"})
public final class FaultsMain implements Callable<Integer> {
  private static final double QUICK = 0.3;
  private static final int TRIALS = 4;

  @Option(names = "--only", description = "Only faults whose name this regular expression finds.")
  private Pattern only = Pattern.compile("");

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

  @Option(names = "--quick", description = "A third of the times, to try the command itself.")
  private boolean quick;

  private final Path home;

  private FaultsMain(Path home) {
    this.home = home;
  }

  public static void main(String[] arguments) {
    Map<String, String> environment = System.getenv();
    Path home = Path.of(environment.getOrDefault("JIGSAW_HOME", "")).toAbsolutePath();
    System.exit(CommandLines.of(new FaultsMain(home), environment).execute(arguments));
  }

  @Override
  public Integer call() throws InterruptedException {
    return Verification.run("verify-faults", home, this::show);
  }

  private void show(Path folder, Promises promises) throws IOException, InterruptedException {
    try (Scene scene = new Scene(home, folder, products, rate, quick ? QUICK : 1)) {
      scene.prepare();
      for (Map.Entry<String, Fault> fault : faults().entrySet()) {
        if (only.matcher(fault.getKey()).find()) {
          promises.begin(fault.getKey());
          show(fault.getValue(), scene, promises);
        }
      }
    }
  }

  /// A machine that was busy with something else gets more chances.
  private static void show(Fault fault, Scene scene, Promises promises)
      throws IOException, InterruptedException {
    for (int left = TRIALS - 1; ; left--) {
      try {
        fault.show(scene, promises);
        return;
      } catch (FellBehindException e) {
        if (left == 0) {
          promises.add("(not judged)", false, String.valueOf(e.getMessage()));
          return;
        }
        System.out.println(e.getMessage() + ": once more");
      }
    }
  }

  /// In the order in which they are shown.
  private static Map<String, Fault> faults() {
    Map<String, Fault> faults = new LinkedHashMap<>();
    faults.put("MySQL killed", DatabaseFaults::killed);
    faults.put("MySQL paused", DatabaseFaults::paused);
    faults.put("MySQL + 500 ms", SlowDatabase::show);
    faults.put("database password changed", ChangedPassword::show);
    faults.put("Redis killed", RedisFaults::killed);
    faults.put("Redis paused", RedisFaults::paused);
    faults.put("Redis full", RedisFaults::full);
    faults.put("garbage in Redis", RedisFaults::spoilt);
    faults.put("both down", BothDown::show);
    faults.put("start without the database", Absent::database);
    faults.put("start without Redis", Absent::redis);
    faults.put("a key expires under 1,000 requests", HotKey::show);
    faults.put("unknown ids", UnknownIds::show);
    faults.put("new generation", NewGeneration::show);
    faults.put("the clock jumps", ClockJumps::show);
    faults.put("overload", Overload::show);
    faults.put("SIGTERM behind nginx", BehindNginx::terminated);
    faults.put("kill -9 behind nginx", BehindNginx::killed);
    return faults;
  }
}
