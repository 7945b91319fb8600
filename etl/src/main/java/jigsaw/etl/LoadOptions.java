package jigsaw.etl;

import java.nio.file.Path;
import java.util.Optional;
import jigsaw.etl.merge.DocumentFormats;
import picocli.CommandLine.Option;

/// What a load reads, writes and allows.
final class LoadOptions {
  @Option(names = "--csv", paramLabel = "DIR", description = "Folder with the six CSV files.")
  private Optional<Path> csv = Optional.empty();

  @Option(
      names = "--max-rejects",
      paramLabel = "N|P%",
      defaultValue = "1%",
      description =
          "Rejected lines allowed: a number for all files together, or a percentage that holds for"
              + " each file by itself (default: ${DEFAULT-VALUE}).")
  private RejectLimit maxRejects = new RejectLimit.Percent(1);

  @Option(
      names = "--rejects",
      paramLabel = "FILE",
      defaultValue = "rejects.csv",
      description = "Where rejected lines are kept (default: ${DEFAULT-VALUE}).")
  private Path rejects = Path.of("rejects.csv");

  @Option(names = "--report", paramLabel = "FILE", description = "Also write a report as JSON.")
  private Optional<Path> report = Optional.empty();

  @Option(names = "--dry-run", description = "Only read and judge the files; needs no database.")
  private boolean dryRun;

  @Option(
      names = "--rows-only",
      hidden = true,
      description = "For comparisons: loads and verifies rows without documents, then drops them.")
  private boolean rowsOnly;

  @Option(names = "--quiet", description = "No progress.")
  private boolean quiet;

  @Option(
      names = "--force",
      description = "Go live even with less than 90 %% of the products that are live now.")
  private boolean force;

  @Option(
      names = "--product-documents",
      paramLabel = "FORM",
      defaultValue = "gzip",
      description = "How product documents are stored: ${COMPLETION-CANDIDATES} (default: gzip).")
  private Form productDocuments = Form.GZIP;

  @Option(
      names = "--styles-documents",
      paramLabel = "FORM",
      defaultValue = "gzip",
      description = "How styles documents are stored: ${COMPLETION-CANDIDATES} (default: gzip).")
  private Form stylesDocuments = Form.GZIP;

  Optional<Path> csv() {
    return csv;
  }

  RejectLimit maxRejects() {
    return maxRejects;
  }

  Path rejects() {
    return rejects;
  }

  Optional<Path> report() {
    return report;
  }

  boolean isDryRun() {
    return dryRun;
  }

  boolean isQuiet() {
    return quiet;
  }

  boolean isRowsOnly() {
    return rowsOnly;
  }

  boolean isForced() {
    return force;
  }

  /// Empty if no documents are to be made.
  Optional<DocumentFormats> documentFormats() {
    return rowsOnly
        ? Optional.empty()
        : Optional.of(
            new DocumentFormats(productDocuments == Form.GZIP, stylesDocuments == Form.GZIP));
  }

  /// The two forms of a stored document.
  enum Form {
    PLAIN,
    GZIP
  }
}
