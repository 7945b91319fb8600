package jigsaw.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// A folder that one process at a time may use; the system frees it when that process dies.
final class DataFolder implements AutoCloseable {
  private static final int PASSWORD_BYTES = 24;

  private final Path path;
  private final FileChannel lockFile;

  private DataFolder(Path path, FileChannel lockFile) {
    this.path = path;
    this.lockFile = lockFile;
  }

  /// Makes the folder where it is missing and takes it for this process.
  ///
  /// @throws EmbeddedException if it cannot be written or another process has it
  static DataFolder open(Path folder) {
    try {
      Files.createDirectories(folder);
      Path path = folder.toRealPath();
      FileChannel lockFile =
          FileChannel.open(
              path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (tryLock(lockFile) == null) {
        lockFile.close();
        throw new EmbeddedException(path + " is in use by another running Jigsaw");
      }
      return new DataFolder(path, lockFile);
    } catch (IOException e) {
      throw failure(folder, e);
    }
  }

  Path path() {
    return path;
  }

  Path resolve(String name) {
    return path.resolve(name);
  }

  /// A folder inside this one, made where it is missing.
  Path folder(String name) {
    Path folder = path.resolve(name);
    try {
      return Files.createDirectories(folder);
    } catch (IOException e) {
      throw failure(folder, e);
    }
  }

  /// A random password, made once and kept in a file that only its owner can read.
  String password(String name) {
    Path file = path.resolve(name + ".password");
    try {
      if (!Files.exists(file)) {
        byte[] random = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(random);
        writePrivate(file.getFileName().toString(), HexFormat.of().formatHex(random));
      }
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw failure(file, e);
    }
  }

  /// Writes a file that only its owner can read; it appears whole or not at all.
  Path writePrivate(String name, String text) {
    Path file = path.resolve(name);
    Path part = path.resolve(name + ".part");
    try {
      Files.deleteIfExists(part);
      Files.createFile(
          part, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(part, text);
      return Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw failure(file, e);
    }
  }

  @Override
  public void close() {
    try {
      lockFile.close();
    } catch (IOException e) {
      throw failure(path, e);
    }
  }

  static EmbeddedException failure(Path path, IOException e) {
    String reason =
        switch (e) {
          case AccessDeniedException _ -> "no permission to write there";
          case NoSuchFileException _ -> "no such file or folder, and none can be made there";
          case FileSystemException file when file.getReason() != null -> file.getReason();
          default -> e.toString();
        };
    return new EmbeddedException("cannot use " + path + ": " + reason, e);
  }

  private static @Nullable FileLock tryLock(FileChannel file) throws IOException {
    try {
      return file.tryLock();
    } catch (OverlappingFileLockException _) {
      return null;
    }
  }
}
