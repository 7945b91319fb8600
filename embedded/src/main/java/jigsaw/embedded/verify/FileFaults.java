package jigsaw.embedded.verify;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import jigsaw.embedded.verify.EtlProcess.Ending;

/// What files and folders can do to a load.
final class FileFaults {
  private static final int FILES = 3;
  private static final String SKUS = "skus.csv";
  private static final String REJECTS = "rejects-of-nobody.csv";

  private FileFaults() {}

  static List<Fault> all() {
    return List.of(
        new Disturbance(
            "CSV file missing",
            Set.of(FILES),
            SKUS + ": no such file",
            _ -> Optional.empty(),
            FileFaults::missing),
        new Disturbance(
            "CSV file that grows while it is read",
            Set.of(FILES),
            SKUS + ": changed while it was read",
            _ -> Optional.empty(),
            FileFaults::growing),
        new Disturbance(
            "CSV folder without permission",
            Set.of(FILES),
            "product.csv: no permission",
            UnprivilegedUser::obstacle,
            FileFaults::unreadable),
        new Disturbance(
            "no permission to write the file of rejects",
            Set.of(FILES),
            REJECTS,
            UnprivilegedUser::obstacle,
            FileFaults::unwritable));
  }

  private static Ending missing(Stage stage) throws IOException, InterruptedException {
    Path file = stage.csv().resolve(SKUS);
    Path aside = stage.csv().resolve("aside");
    Files.move(file, aside);
    try (EtlProcess etl = stage.load()) {
      return etl.end();
    } finally {
      Files.move(aside, file);
    }
  }

  private static Ending growing(Stage stage) throws IOException, InterruptedException {
    Path file = stage.csv().resolve(SKUS);
    long bytes = Files.size(file);
    try (EtlProcess etl = stage.load()) {
      stage.awaitLoading(etl);
      Files.writeString(file, "2000000000,1,\"M\",1\n", StandardOpenOption.APPEND);
      return etl.end();
    } finally {
      try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
        channel.truncate(bytes);
      }
    }
  }

  private static Ending unreadable(Stage stage) throws IOException, InterruptedException {
    allow(stage.csv(), "---------");
    try {
      return end(stage, stage.loadCommand(stage.database().settings()));
    } finally {
      allow(stage.csv(), "rwxr-xr-x");
    }
  }

  private static Ending unwritable(Stage stage) throws IOException, InterruptedException {
    Path folder = Files.createDirectories(stage.folder().resolve("locked"));
    allow(folder, "r-xr-xr-x");
    ProcessBuilder command = stage.loadCommand(stage.database().settings());
    command.command().add("--rejects=" + folder.resolve(REJECTS));
    return end(stage, command);
  }

  private static Ending end(Stage stage, ProcessBuilder command)
      throws IOException, InterruptedException {
    UnprivilegedUser.take(command);
    try (EtlProcess etl = EtlProcess.start(command, stage.folder())) {
      return etl.end();
    }
  }

  private static void allow(Path folder, String permissions) throws IOException {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(permissions));
  }
}
