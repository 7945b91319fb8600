package jigsaw.etl.generate;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import jigsaw.catalog.settings.CommandLines;
import jigsaw.catalog.settings.InvalidSettingException;
import jigsaw.etl.progress.Gauge;
import jigsaw.etl.progress.Progress;
import jigsaw.etl.progress.ProgressStyle;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `jigsaw generate`: makes the six CSV files of an invented catalogue.
@Command(
    name = "jigsaw generate",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Makes six CSV files with the shape of a real shop's catalogue.",
      "The same --products, --seed and --dirt always give the same bytes."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:all six files are complete",
      "1:they could not be written; half-written files are removed",
      "2:an option is wrong"
    })
public final class GenerateMain implements Callable<Integer> {
  private static final int MAX_PRODUCTS = 100_000_000;
  private static final long BYTES_A_PRODUCT = 2_350;

  @Option(
      names = "--products",
      paramLabel = "N",
      defaultValue = "10000",
      description = "How many products, 1 to 100000000 (default: ${DEFAULT-VALUE}).")
  private int products;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "1",
      description = "Any whole number; another seed gives another catalogue (default: 1).")
  private long seed;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      required = true,
      description = "Folder for the files; made where it is missing.")
  private Path out = Path.of("");

  @Option(
      names = "--dirt",
      paramLabel = "RATE",
      defaultValue = "0",
      description = "Share of lines to spoil as in real files, 0 to 1 (default: 0, clean files).")
  private double dirt;

  @Option(names = "--quiet", description = "No progress.")
  private boolean quiet;

  private GenerateMain() {}

  public static void main(String[] arguments) {
    System.exit(run(arguments));
  }

  static int run(String... arguments) {
    return commandLine(System.getenv()).execute(arguments);
  }

  /// The command line with all options.
  public static CommandLine commandLine(Map<String, String> environment) {
    return CommandLines.of(new GenerateMain(), environment);
  }

  @Override
  public Integer call() {
    try {
      checkOptions();
      generate(System.err);
      return 0;
    } catch (InvalidSettingException e) {
      System.err.println("jigsaw generate: " + e.getMessage());
      return 2;
    } catch (IOException e) {
      System.err.println("jigsaw generate: cannot write to " + out + ": " + reason(e));
      return 1;
    }
  }

  private void checkOptions() {
    if (products < 1 || products > MAX_PRODUCTS) {
      throw new InvalidSettingException(
          "--products", Integer.toString(products), "1 to " + MAX_PRODUCTS);
    }
    if (!(dirt >= 0 && dirt <= 1)) {
      throw new InvalidSettingException("--dirt", Double.toString(dirt), "0 to 1, such as 0.001");
    }
  }

  private void generate(PrintStream display) throws IOException {
    long started = System.nanoTime();
    OutputFolder folder = OutputFolder.make(out);
    checkSpace(products, folder.freeBytes());
    // Also when the program is interrupted.
    Runtime.getRuntime().addShutdownHook(new Thread(() -> discard(folder), "discard-parts"));
    Generator generator = new Generator(products, seed, dirt);
    Gauge gauge =
        new Gauge(
            "generate",
            products * BYTES_A_PRODUCT,
            () -> generator.productsDone() * BYTES_A_PRODUCT,
            generator::rowsDone);
    try (Progress _ = Progress.show(List.of(gauge), ProgressStyle.forThisProcess(quiet), display)) {
      generator.writeTo(folder);
    }
    System.out.printf(
        Locale.ROOT,
        "%,d products, %,d rows in %s, %.1f s%n",
        products,
        generator.rowsDone(),
        out,
        Duration.ofNanos(System.nanoTime() - started).toMillis() / 1000.0);
  }

  /// Better now than after half of the work.
  static void checkSpace(int products, long freeBytes) throws IOException {
    long needed = products * BYTES_A_PRODUCT;
    if (freeBytes < needed) {
      throw new IOException(
          String.format(
              Locale.ROOT,
              "the disk has %,d MB free, about %,d MB are needed",
              freeBytes / 1_000_000,
              needed / 1_000_000));
    }
  }

  private static void discard(OutputFolder folder) {
    try {
      folder.discard();
    } catch (IOException e) {
      System.err.println("jigsaw generate: cannot remove half-written files: " + reason(e));
    }
  }

  private static String reason(IOException e) {
    if (e instanceof AccessDeniedException) {
      return "no permission";
    }
    return e instanceof FileSystemException file && file.getReason() != null
        ? file.getReason()
        : String.valueOf(e.getMessage());
  }
}
