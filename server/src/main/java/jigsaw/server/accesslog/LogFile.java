package jigsaw.server.accesslog;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.Optional;

/// A file that lines are appended to. When it was renamed or deleted, as logrotate does, a new one
/// is made with the next lines, without a signal; when it was cut to nothing, lines go on at its
/// new end.
final class LogFile implements LineSink {
  private final Path path;
  private FileChannel channel;
  private Optional<Object> identity;

  /// @throws IOException if the file cannot be opened for writing
  LogFile(Path path) throws IOException {
    this.path = path;
    channel = open();
    identity = identity();
  }

  @Override
  public void write(byte[] lines) throws IOException {
    if (!identity().equals(identity)) {
      channel.close();
    }
    if (!channel.isOpen()) {
      channel = open();
      identity = identity();
    }
    ByteBuffer rest = ByteBuffer.wrap(lines);
    while (rest.hasRemaining()) {
      channel.write(rest);
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  private FileChannel open() throws IOException {
    return FileChannel.open(path, WRITE, CREATE, APPEND);
  }

  /// What tells this file from another one of the same name; nothing if there is none.
  private Optional<Object> identity() throws IOException {
    try {
      Object key = Files.readAttributes(path, BasicFileAttributes.class).fileKey();
      return Optional.of(Objects.requireNonNullElse(key, path));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }
}
