package jigsaw.embedded;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/// Options of `jigsaw etl` that the demo hands on; the ETL judges their values.
final class EtlOptions {
  @Option(
      names = "--max-rejects",
      paramLabel = "N|P%%",
      description = "Rejected lines allowed when files are loaded (default: any number).")
  private Optional<String> maxRejects = Optional.empty();

  @Option(
      names = "--rejects",
      paramLabel = "FILE",
      description = "Where rejected lines are kept (default: rejects.csv in the data folder).")
  private Optional<String> rejects = Optional.empty();

  @Option(names = "--report", paramLabel = "FILE", description = "Write a report as JSON.")
  private Optional<String> report = Optional.empty();

  @Option(
      names = "--product-documents",
      paramLabel = "FORM",
      description = "How product documents are stored: PLAIN, GZIP.")
  private Optional<String> productDocuments = Optional.empty();

  @Option(
      names = "--styles-documents",
      paramLabel = "FORM",
      description = "How styles documents are stored: PLAIN, GZIP.")
  private Optional<String> stylesDocuments = Optional.empty();

  @Option(names = "--quiet", description = "No progress of the load.")
  private boolean quiet;

  @Option(
      names = "--force",
      description = "Go live however few products there are; always so here.")
  private boolean force;

  @Option(names = "--dry-run", hidden = true, description = "Not for the demo.")
  private boolean dryRun;

  /// @throws EmbeddedException for the one option of the ETL that would leave nothing to serve
  void check() {
    if (dryRun) {
      throw new EmbeddedException(
          "--dry-run (or JIGSAW_DRY_RUN): the demo serves what it loads;"
              + " 'jigsaw etl --dry-run --csv DIR' only judges files");
    }
  }

  /// Those that were given, as the ETL wants them.
  List<String> arguments() {
    List<String> arguments = new ArrayList<>();
    maxRejects.ifPresent(value -> arguments.add("--max-rejects=" + value));
    rejects.ifPresent(value -> arguments.add("--rejects=" + value));
    report.ifPresent(value -> arguments.add("--report=" + value));
    productDocuments.ifPresent(value -> arguments.add("--product-documents=" + value));
    stylesDocuments.ifPresent(value -> arguments.add("--styles-documents=" + value));
    if (quiet) {
      arguments.add("--quiet");
    }
    if (force) {
      arguments.add("--force");
    }
    return arguments;
  }
}
