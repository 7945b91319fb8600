package jigsaw.embedded.verify;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import jigsaw.embedded.verify.EtlProcess.Ending;

/// The database's disk is full in the middle of a load: it has one of its own, in memory, which a
/// file beside the database fills. Only root on Linux can make such a disk.
final class FullDisk {
  private static final int DATABASE_FAILED = 5;
  private static final int MEGABYTE = 1 << 20;
  private static final long DISK_MEGABYTES = 2048;

  /// So much is left: tables are made, but their rows do not all fit.
  private static final long FREE_MEGABYTES = 6;

  private static final String ABORTED =
      "the database aborted by itself and was started again when there was room";

  private FullDisk() {}

  static Fault fault() {
    return new OnItsOwnDisk(
        new Disturbance(
            "disk of the database full while tables are filled",
            Set.of(DATABASE_FAILED),
            "_g",
            _ -> Optional.empty(),
            FullDisk::fill));
  }

  private static Ending fill(Stage stage) throws IOException, InterruptedException {
    Path ballast = disk(stage).resolve("ballast");
    try (EtlProcess etl = fillAndLoad(stage, ballast)) {
      return etl.end();
    } finally {
      Files.deleteIfExists(ballast);
      stage.database().restartIfDown();
    }
  }

  private static EtlProcess fillAndLoad(Stage stage, Path ballast) throws IOException {
    long free = Files.getFileStore(ballast.getParent()).getUsableSpace() / MEGABYTE;
    byte[] megabyte = new byte[MEGABYTE];
    try (OutputStream out = Files.newOutputStream(ballast)) {
      for (long written = FREE_MEGABYTES; written < free; written++) {
        out.write(megabyte);
      }
    }
    return stage.load();
  }

  private static Path disk(Stage stage) {
    return stage.folder().resolve("disk");
  }

  private static boolean run(String... command) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    return builder.redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor() == 0;
  }

  /// Disturbs a stage of its own, with the same catalogues.
  private record OnItsOwnDisk(Fault fault) implements Fault {
    @Override
    public String promise() {
      return fault.promise();
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
      String disk = Files.createDirectories(disk(stage)).toString();
      // Of a run that was killed.
      run("umount", disk);
      if (!run("mount", "-t", "tmpfs", "-o", "size=" + DISK_MEGABYTES + "M", "tmpfs", disk)) {
        return new Outcome.NotShown("a tmpfs could not be mounted");
      }
      Path data = Files.createDirectories(disk(stage).resolve("db"));
      // On the full disk the database could not even say so.
      Files.createSymbolicLink(
          data.resolve("mariadb.log"), stage.folder().resolve("mariadb-full-disk.log"));
      try (LoadedDatabase database = LoadedDatabase.own(data)) {
        Stage other = stage.with(database);
        other.loadBoth();
        Outcome outcome = fault.on(other);
        return database.hasAborted() ? outcome.with("; " + ABORTED) : outcome;
      } finally {
        run("umount", disk);
      }
    }
  }
}
