package jigsaw.etl.generate;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// The folder that takes the files. Each is written as `*.part` and gets its name when all are
/// complete; [#discard] removes what is not.
final class OutputFolder {
  private final Path folder;

  private OutputFolder(Path folder) {
    this.folder = folder;
  }

  static OutputFolder make(Path folder) throws IOException {
    Files.createDirectories(folder);
    return new OutputFolder(folder);
  }

  OutputStream begin(GeneratedFile file) throws IOException {
    return Files.newOutputStream(part(file));
  }

  /// Gives all files their names.
  void complete() throws IOException {
    for (GeneratedFile file : GeneratedFile.values()) {
      Files.move(part(file), folder.resolve(file.fileName()), StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /// Removes the files that were never completed.
  void discard() throws IOException {
    for (GeneratedFile file : GeneratedFile.values()) {
      Files.deleteIfExists(part(file));
    }
  }

  long freeBytes() throws IOException {
    return Files.getFileStore(folder).getUsableSpace();
  }

  private Path part(GeneratedFile file) {
    return folder.resolve(file.fileName() + ".part");
  }
}
