package jigsaw.embedded.blackbox;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import jigsaw.embedded.EmbeddedException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `jigsaw verify-http`: has all protocol cases played against a server.
@Command(
    name = "jigsaw verify-http",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Starts a server with a catalogue of its own and sends it, over raw sockets, whatever the",
      "cases of embedded/src/main/resources/jigsaw/embedded/blackbox say: each at once and then",
      "octet by octet. Prints for each file how many cases were played and what came instead of",
      "what was expected, with the section of the RFC that asks for it."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:every answer was as expected",
      "1:one was not, or something did not run",
      "2:an option is wrong"
    })
public final class VerifyHttpMain implements Callable<Integer> {
  private static final int PRODUCTS = 5_000;

  /// Ids from here on are asked for by no case.
  private static final int FIRST_COLD = 100;

  private static final String PROBE = "/products/1";

  @Option(
      names = "--port",
      paramLabel = "N",
      description = {
        "Port of a server that runs on this machine already, with 5,000 products or more and",
        "nothing in its memory (default: a server is started)."
      })
  private Optional<Integer> port = Optional.empty();

  @Option(
      names = "--only",
      paramLabel = "REGEX",
      description = "Only cases whose file, title or section it finds.")
  private Pattern only = Pattern.compile("");

  private final Path home;

  private VerifyHttpMain(Path home) {
    this.home = home;
  }

  public static void main(String[] arguments) {
    Map<String, String> environment = System.getenv();
    Path home = Path.of(environment.getOrDefault("JIGSAW_HOME", "")).toAbsolutePath();
    CommandLine commandLine = new CommandLine(new VerifyHttpMain(home));
    commandLine.setUsageHelpAutoWidth(true);
    System.exit(commandLine.execute(arguments));
  }

  @Override
  public Integer call() throws InterruptedException {
    try {
      if (port.isPresent()) {
        return playAll(port.get());
      }
      System.err.println("making a catalogue of " + PRODUCTS + " products and a server");
      Path folder = home.resolve(".jigsaw").resolve("verify-http");
      try (GeneratedCatalogue catalogue = GeneratedCatalogue.load(home, folder, PRODUCTS);
          ServeProcess server = catalogue.serve(Map.of())) {
        return playAll(server.port());
      }
    } catch (IOException | EmbeddedException e) {
      System.err.println("jigsaw verify-http: " + e.getMessage());
      return 1;
    }
  }

  private int playAll(int serverPort) throws IOException {
    HttpCasePlayer player = new HttpCasePlayer(serverPort, PROBE, FIRST_COLD);
    System.out.println("| cases | played | kept |");
    System.out.println("|---|---|---|");
    int played = 0;
    int kept = 0;
    for (String name : HttpCaseFile.names()) {
      List<HttpCase> cases =
          HttpCaseFile.ofCatalogue(name).stream().filter(each -> isWanted(name, each)).toList();
      int good = (int) cases.stream().filter(each -> isKept(player, name, each)).count();
      if (!cases.isEmpty()) {
        System.out.println("| " + name + " | " + cases.size() + " | " + good + " |");
      }
      played += cases.size();
      kept += good;
    }
    System.out.println("| all | " + played + " | " + kept + " |");
    if (played == 0) {
      throw new IOException("--only finds no case");
    }
    return kept == played ? 0 : 1;
  }

  private boolean isWanted(String name, HttpCase httpCase) {
    return only.matcher(name + ": " + httpCase.name() + " [" + httpCase.source() + "]").find();
  }

  private static boolean isKept(HttpCasePlayer player, String name, HttpCase httpCase) {
    try {
      player.play(httpCase);
      return true;
    } catch (MismatchException | IOException e) {
      System.err.printf(
          "MISSED %s: %s [%s]: %s%n", name, httpCase.name(), httpCase.source(), e.getMessage());
      return false;
    }
  }
}
