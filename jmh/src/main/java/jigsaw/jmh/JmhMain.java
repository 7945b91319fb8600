package jigsaw.jmh;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.concurrent.Callable;
import jigsaw.catalog.settings.CommandLines;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `jigsaw jmh`: runs the micro-benchmarks whose names match a pattern.
@Command(
    name = "jigsaw jmh",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    subcommands = CompareCommand.class,
    description = {
      "Runs micro-benchmarks and notes time and allocated bytes of each operation.",
      "The result is a JSON file, which 'jigsaw jmh compare' compares with another",
      "and 'jigsaw jmh history' plots."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:all ran", "1:a benchmark failed, or none matched", "2:an option is wrong"})
public final class JmhMain implements Callable<Integer> {
  private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

  @Parameters(
      arity = "0..1",
      paramLabel = "REGEX",
      defaultValue = ".*",
      description = "Part of the benchmarks' names (default: all).")
  private String pattern = "";

  @Mixin private JmhOptions options = new JmhOptions();

  private final Path results;

  private JmhMain(Path home) {
    results = home.resolve(".jigsaw").resolve("jmh");
  }

  public static void main(String[] arguments) {
    Map<String, String> environment = System.getenv();
    Path home = Path.of(environment.getOrDefault("JIGSAW_HOME", "")).toAbsolutePath();
    JmhMain main = new JmhMain(home);
    CommandLine commandLine = CommandLines.of(main, environment);
    commandLine.addSubcommand(new HistoryCommand(main.results));
    System.exit(commandLine.execute(arguments));
  }

  @Override
  public Integer call() throws IOException {
    Path result = options.result.orElseGet(this::newResult).toAbsolutePath();
    Files.createDirectories(result.getParent());
    try {
      if (new Runner(jmhOptions(result).build()).run().isEmpty()) {
        return 1;
      }
    } catch (RunnerException e) {
      System.err.println("jigsaw jmh: " + e.getMessage());
      return 1;
    }
    System.out.printf(
        "%n%s%nResult: %s%n", new ResultTable(ResultFile.read(result)).text(), result);
    return 0;
  }

  private Path newResult() {
    return results.resolve(LocalDateTime.now(ZoneId.systemDefault()).format(STAMP) + ".json");
  }

  private ChainedOptionsBuilder jmhOptions(Path result) {
    ChainedOptionsBuilder builder =
        new OptionsBuilder()
            .include(pattern)
            .resultFormat(ResultFormatType.JSON)
            .result(result.toString())
            .shouldFailOnError(true);
    if (options.profilers.isEmpty()) {
      builder.addProfiler(GCProfiler.class);
    }
    for (String profiler : options.profilers) {
      String[] nameAndSettings = profiler.split(":", 2);
      builder.addProfiler(nameAndSettings[0], nameAndSettings.length > 1 ? nameAndSettings[1] : "");
    }
    options.forks.ifPresent(builder::forks);
    options.iterations.ifPresent(count -> builder.measurementIterations(count));
    options.warmups.ifPresent(count -> builder.warmupIterations(count));
    options.millis.ifPresent(millis -> {
      TimeValue time = TimeValue.milliseconds(millis);
      builder.warmupTime(time).measurementTime(time);
    });
    return builder;
  }
}
