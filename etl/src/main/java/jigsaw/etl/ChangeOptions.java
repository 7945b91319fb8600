package jigsaw.etl;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/// Which changes are made and what may go wrong with them.
final class ChangeOptions {
  @Option(names = "--changes", paramLabel = "FILE", description = "CSV file with the changes.")
  private Optional<Path> changes = Optional.empty();

  @Option(
      names = "--max-rejects",
      paramLabel = "N|P%",
      defaultValue = "1%",
      description = "Rejected lines allowed, a number or a percentage (default: ${DEFAULT-VALUE}).")
  private RejectLimit maxRejects = new RejectLimit.Percent(1);

  @Option(
      names = "--rejects",
      paramLabel = "FILE",
      defaultValue = "rejects.csv",
      description = "Where rejected lines are kept (default: ${DEFAULT-VALUE}).")
  private Path rejects = Path.of("rejects.csv");

  @Option(names = "--report", paramLabel = "FILE", description = "Also write the report as JSON.")
  private Optional<Path> report = Optional.empty();

  @Option(names = "--dry-run", description = "Only read and judge the file; needs no database.")
  private boolean dryRun;

  @Option(names = "--quiet", description = "No progress.")
  private boolean quiet;

  Optional<Path> changes() {
    return changes;
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
}
