package jigsaw.jmh;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `jigsaw jmh history`: draws how benchmarks changed from result to result.
@Command(
    name = "history",
    mixinStandardHelpOptions = true,
    description = {
      "Makes a page with a plot for each benchmark: time with its error and allocated bytes, from",
      "result to result. The page needs no network."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:the page is made", "2:there is no result, or a file cannot be read"})
final class HistoryCommand implements Callable<Integer> {
  private static final int NOTHING_TO_SHOW = 2;

  @Parameters(
      arity = "0..*",
      paramLabel = "FILE",
      description = "Results in their order (default: all in .jigsaw/jmh, by name).")
  private List<Path> files = new ArrayList<>();

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Where the page goes (default: .jigsaw/jmh/history.html).")
  private Optional<Path> out = Optional.empty();

  private final Path results;

  /// `results` is where runs leave their results.
  HistoryCommand(Path results) {
    this.results = results;
  }

  @Override
  public Integer call() {
    try {
      List<Path> chosen = files.isEmpty() ? kept() : files;
      if (chosen.isEmpty()) {
        return refused("no results in " + results + ": 'jigsaw jmh' makes one");
      }
      Map<String, Map<String, BenchmarkResult>> runs = new LinkedHashMap<>();
      for (Path file : chosen) {
        String name = file.getFileName().toString();
        runs.put(runs.containsKey(name) ? file.toString() : name, ResultFile.read(file));
      }
      Path page = out.orElse(results.resolve("history.html")).toAbsolutePath();
      Files.createDirectories(page.getParent());
      Files.writeString(page, new HistoryPage(runs).html());
      System.out.println("Page: " + page);
      return 0;
    } catch (IOException e) {
      return refused(String.valueOf(e.getMessage()));
    }
  }

  private List<Path> kept() throws IOException {
    if (!Files.isDirectory(results)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(results)) {
      return all.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    }
  }

  private static int refused(String why) {
    System.err.println("jigsaw jmh history: " + why);
    return NOTHING_TO_SHOW;
  }
}
