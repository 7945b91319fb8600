package jigsaw.etl.csv;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;

/// What a file looked like at one moment, to notice that somebody still writes it.
public record FileStamp(Path path, long bytes, FileTime modified) {
  /// What the file looks like now.
  ///
  /// @throws CsvException if the file is missing, is no regular file or may not be read
  public static FileStamp of(Path path) {
    try {
      if (Files.exists(path) && !Files.isRegularFile(path)) {
        throw new CsvException(path + ": not a file");
      }
      FileTime modified = Files.getLastModifiedTime(path);
      if (!Files.isReadable(path)) {
        throw new CsvException(path + ": no permission to read it");
      }
      return new FileStamp(path, Files.size(path), modified);
    } catch (NoSuchFileException e) {
      throw new CsvException(path + ": no such file", e);
    } catch (AccessDeniedException e) {
      throw new CsvException(path + ": no permission to read it", e);
    } catch (IOException e) {
      throw new CsvException(path + ": " + e, e);
    }
  }

  /// Checks that the file still looks the same.
  ///
  /// @throws CsvException if it has changed
  public void requireUnchanged() {
    FileStamp now = of(path);
    if (now.bytes != bytes || !now.modified.equals(modified)) {
      throw new CsvException(
          path + ": changed while it was read (" + bytes + " bytes, now " + now.bytes + ")");
    }
  }
}
