package jigsaw.etl.csv;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The file that keeps every rejected line: `file,line,column,reason,raw`, quoted where needed.
/// Safe for use by several threads; lines of one file stay in their order.
public final class RejectsFile implements Closeable {
  private final Path path;
  private final CsvWriter writer;

  /// Makes the file, or empties it.
  ///
  /// @throws CsvException if it cannot be written
  public RejectsFile(Path path) {
    this.path = path;
    try {
      this.writer = CsvWriter.builder().build(Files.newBufferedWriter(path));
    } catch (IOException e) {
      throw new CsvException(path + " cannot be written: " + e, e);
    }
    writer.writeRecord("file", "line", "column", "reason", "raw");
  }

  public synchronized void write(Reject reject) {
    try {
      writer.writeRecord(
          reject.file(),
          Long.toString(reject.line()),
          reject.column(),
          reject.reason(),
          reject.raw());
    } catch (UncheckedIOException e) {
      throw new CsvException(path + " cannot be written: " + e.getMessage(), e);
    }
  }

  @Override
  public synchronized void close() {
    try {
      writer.close();
    } catch (IOException e) {
      throw new CsvException(path + " cannot be written: " + e.getMessage(), e);
    }
  }
}
