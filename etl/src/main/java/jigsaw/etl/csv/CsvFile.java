package jigsaw.etl.csv;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// A CSV file with known columns, read once from its beginning to its end by one thread.
public final class CsvFile implements Closeable {
  private final Path path;
  private final FileStamp stamp;
  private final LineReader reader;
  private final LineParser parser;
  private LineBatch batch;
  private int firstUnread;
  private long linesGiven;

  /// Opens the file and reads its header line, if it has one; the columns may stand in any order.
  ///
  /// @throws CsvException if the file cannot be read or has other columns
  @SuppressWarnings("MustBeClosed") // the reader is closed by this object, or here on failure
  public CsvFile(Path path, List<String> columns, LineRepair repair) {
    this.path = path;
    this.stamp = FileStamp.of(path);
    try {
      this.reader = new LineReader(Files.newInputStream(path));
    } catch (IOException e) {
      throw unreadable(path, e);
    }
    try {
      this.batch = reader.next();
      List<String> first = batch.count() > 0 ? Header.names(batch.raw(0)) : List.of();
      boolean hasHeader = batch.count() > 0 && !Header.isMissing(first);
      int[] order =
          hasHeader
              ? Header.order(first, columns).orElseThrow(() -> wrongHeader(columns))
              : Header.written(columns);
      this.firstUnread = hasHeader ? 1 : 0;
      this.parser = new LineParser(name(), batch, order, repair);
    } catch (IOException e) {
      close();
      throw unreadable(path, e);
    } catch (CsvException e) {
      close();
      throw e;
    }
  }

  /// Gives the next lines to the handler; false when there were none left.
  ///
  /// @throws CsvException if the file cannot be read any further or has changed meanwhile
  public boolean read(LineHandler handler) {
    if (batch.count() == 0) {
      stamp.requireUnchanged();
      return false;
    }
    parser.parse(firstUnread, handler);
    linesGiven += batch.count() - firstUnread;
    firstUnread = 0;
    try {
      batch = reader.next();
    } catch (IOException e) {
      throw unreadable(path, e);
    }
    return true;
  }

  /// How many lines have been given to the handler, the header line not counted.
  public long lines() {
    return linesGiven;
  }

  /// How many bytes have been read so far.
  public long bytesRead() {
    return reader.bytesRead();
  }

  @Override
  public void close() {
    try {
      reader.close();
    } catch (IOException e) {
      throw unreadable(path, e);
    }
  }

  private String name() {
    return Optional.ofNullable(path.getFileName()).map(Path::toString).orElse("");
  }

  private CsvException wrongHeader(List<String> columns) {
    return new CsvException(
        path + ": the header is '" + batch.raw(0) + "', expected " + String.join(",", columns));
  }

  private static CsvException unreadable(Path path, IOException cause) {
    String why = cause instanceof NoSuchFileException ? "no such file" : cause.toString();
    return new CsvException(path + ": " + why, cause);
  }
}
