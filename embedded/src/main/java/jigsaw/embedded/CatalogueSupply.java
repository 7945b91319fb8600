package jigsaw.embedded;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Brings the catalogue that was asked for into the database, unless it is there already.
final class CatalogueSupply {
  /// Whatever the files are like and however few, they are shown.
  private static final List<String> EVERYTHING_IS_FINE = List.of("--max-rejects=100%", "--force");

  private final Catalogue wanted;
  private final List<String> etlOptions;
  private final DataFolder folder;
  private final JigsawCommand.Launcher launcher;

  CatalogueSupply(
      Catalogue wanted,
      List<String> etlOptions,
      DataFolder folder,
      JigsawCommand.Launcher launcher) {
    this.wanted = wanted;
    this.etlOptions = List.copyOf(etlOptions);
    this.folder = folder;
    this.launcher = launcher;
  }

  /// What has to be loaded; empty when it is there already. A start that names no catalogue takes
  /// whatever is there.
  Optional<Source> missing() {
    Optional<Source> loaded = Source.loadedIn(folder);
    return loaded.isPresent() && (wanted.isAny() || loaded.get().equals(wanted.source(etlOptions)))
        ? Optional.empty()
        : Optional.of(wanted.source(etlOptions));
  }

  /// Generates where necessary, then loads.
  ///
  /// @return 0, or the exit code of the step that failed
  int run(Source source, EmbeddedMariaDb database) throws InterruptedException {
    Path generated = folder.resolve("generated");
    Path csv = wanted.csv().orElse(generated);
    if (wanted.csv().isEmpty()) {
      int exitCode =
          launcher
              .start(
                  Map.of(),
                  List.of("generate", "--products=" + wanted.productsToGenerate(), "--out=" + csv))
              .await();
      if (exitCode != 0) {
        return exitCode;
      }
    }
    Optional<Source> before = Source.loadedIn(folder);
    // Should this process be killed now, nobody knows what the database holds.
    Source.forget(folder);
    int exitCode = launcher.start(database.settings(), etlCommand(csv)).await();
    if (exitCode == 0) {
      source.remember(folder);
      Bundle.deleteTree(generated);
    } else {
      // A load that fails leaves what was live.
      before.ifPresent(kept -> kept.remember(folder));
    }
    return exitCode;
  }

  private List<String> etlCommand(Path csv) {
    List<String> command = new ArrayList<>(List.of("etl", "--csv=" + csv));
    command.add("--rejects=" + folder.resolve("rejects.csv"));
    command.addAll(EVERYTHING_IS_FINE);
    command.addAll(etlOptions);
    return command;
  }
}
