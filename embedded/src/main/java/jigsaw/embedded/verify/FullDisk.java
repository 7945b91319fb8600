package jigsaw.embedded.verify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import jigsaw.embedded.verify.EtlProcess.Ending;

/// The database's disk is full in the middle of a load: one more database, with the same
/// catalogues, gets a disk of its own. Only root on Linux can make such a disk.
record FullDisk() implements Fault {
  private static final int DATABASE_FAILED = 5;

  /// What the database needs for itself, and ample room for three generations.
  private static final int EMPTY_MEGABYTES = 512;

  private static final int PRODUCTS_PER_MEGABYTE = 16;

  /// So much is left: tables are made, but their rows do not all fit.
  private static final int FREE_MEGABYTES = 6;

  private static final String ABORTED =
      "; the database aborted by itself and was started again when there was room";

  @Override
  public String promise() {
    return disturbance(Optional.empty()).promise();
  }

  @Override
  public Outcome on(Stage stage) throws IOException, InterruptedException {
    Optional<String> notOwn = DatabaseFaults.notOwn(stage);
    if (notOwn.isPresent()) {
      return new Outcome.NotShown(notOwn.get());
    }
    if (!UnprivilegedUser.isRoot() || !System.getProperty("os.name").equals("Linux")) {
      return new Outcome.NotShown("only root on Linux can make a small disk");
    }
    int megabytes = EMPTY_MEGABYTES + stage.products() / PRODUCTS_PER_MEGABYTE;
    SmallDisk mounted;
    try {
      mounted = SmallDisk.mount(stage.folder().resolve("disk"), megabytes);
    } catch (IOException e) {
      return new Outcome.NotShown(String.valueOf(e.getMessage()));
    }
    try (SmallDisk disk = mounted;
        LoadedDatabase database = LoadedDatabase.own(dataFolder(disk, stage))) {
      Stage other = stage.with(database);
      other.loadBoth();
      Outcome outcome = disturbance(Optional.of(disk)).on(other);
      return database.hasAborted() ? outcome.with(ABORTED) : outcome;
    }
  }

  private static Disturbance disturbance(Optional<SmallDisk> disk) {
    return new Disturbance(
        "disk of the database full while tables are filled",
        Set.of(DATABASE_FAILED),
        "INTO TABLE",
        _ -> Optional.empty(),
        stage -> fill(stage, disk.orElseThrow()));
  }

  private static Ending fill(Stage stage, SmallDisk disk) throws IOException, InterruptedException {
    disk.fillExcept(FREE_MEGABYTES);
    try (EtlProcess etl = stage.load()) {
      return etl.end();
    } finally {
      disk.empty();
      stage.database().restartIfDown();
    }
  }

  /// The log stays outside: on the full disk the database could not even say so.
  private static Path dataFolder(SmallDisk disk, Stage stage) throws IOException {
    Path folder = Files.createDirectories(disk.folder().resolve("db"));
    Files.createSymbolicLink(
        folder.resolve("mariadb.log"), stage.folder().resolve("mariadb-full-disk.log"));
    return folder;
  }
}
