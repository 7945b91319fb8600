package jigsaw.embedded.hostile;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import jigsaw.embedded.EmbeddedException;
import jigsaw.embedded.blackbox.GeneratedCatalogue;
import jigsaw.embedded.blackbox.ServeProcess;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `jigsaw verify-hostile`: attacks a server and looks at what a well-behaved client notices.
@Command(
    name = "jigsaw verify-hostile",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Starts a server with a catalogue of its own and attacks it with slow, silent, greedy and",
      "broken connections, one kind after the other, while a well-behaved client goes on. Prints",
      "what was promised and what was measured. Linux only; opens up to 3,000 connections."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:every promise was kept",
      "1:one was not, or something did not run",
      "2:an option is wrong"
    })
public final class VerifyHostileMain implements Callable<Integer> {
  private static final int PRODUCTS = 2_000;

  /// All memory of the heap is taken at the start, so that what grows is not the heap.
  private static final String JAVA_OPTIONS = "-Xmx128m -Xms128m -XX:+AlwaysPreTouch";

  @Option(names = "--only", paramLabel = "REGEX", description = "Only attacks whose name it finds.")
  private Pattern only = Pattern.compile("");

  @Option(
      names = "--full",
      description = {
        "The server's own limits (a request within 10 s, idle 75 s, stalled 30 s) instead of",
        "3, 5 and 4 s; takes about eight minutes."
      })
  private boolean full;

  private final Path home;
  private final PromiseTable promises = new PromiseTable();

  private VerifyHostileMain(Path home) {
    this.home = home;
  }

  public static void main(String[] arguments) {
    Map<String, String> environment = System.getenv();
    Path home = Path.of(environment.getOrDefault("JIGSAW_HOME", "")).toAbsolutePath();
    CommandLine commandLine = new CommandLine(new VerifyHostileMain(home));
    commandLine.setUsageHelpAutoWidth(true);
    System.exit(commandLine.execute(arguments));
  }

  @Override
  public Integer call() throws InterruptedException {
    Path folder = home.resolve(".jigsaw").resolve("verify-hostile");
    Limits limits = full ? Limits.DEFAULT : Limits.SHORT;
    Map<String, String> settings = new HashMap<>(limits.settings());
    settings.put("JIGSAW_JAVA_OPTS", JAVA_OPTIONS);
    settings.put("JIGSAW_CACHE_SIZE", "32MiB");
    try (GeneratedCatalogue catalogue = GeneratedCatalogue.load(home, folder, PRODUCTS)) {
      List<Attacks.Attack> attacks =
          Attacks.all(limits).stream()
              .filter(attack -> only.matcher(attack.name()).find())
              .toList();
      if (!attacks.isEmpty()) {
        try (ServeProcess server = catalogue.serve(settings)) {
          Siege siege = new Siege(server, promises);
          siege.calm();
          for (Attacks.Attack attack : attacks) {
            siege.stand(attack);
          }
        }
      }
      if (only.matcher(FewDescriptors.NAME).find()) {
        new FewDescriptors(catalogue, settings, promises).show();
      }
    } catch (IOException | EmbeddedException e) {
      System.err.println("jigsaw verify-hostile: " + e.getMessage());
      return 1;
    }
    System.out.printf(
        Locale.ROOT,
        "%nlimits: a request within %d s, idle %d s, stalled %d s%n",
        limits.request(),
        limits.idle(),
        limits.write());
    return promises.allKept() ? 0 : 1;
  }
}
