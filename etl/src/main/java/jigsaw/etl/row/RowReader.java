package jigsaw.etl.row;

import java.io.Closeable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import jigsaw.etl.csv.CsvFile;
import jigsaw.etl.csv.CsvRow;
import jigsaw.etl.csv.LineHandler;
import jigsaw.etl.csv.Reject;

/// Reads the valid rows of one file in their order and reports the others. For one thread.
public final class RowReader<R extends Row> implements Closeable {
  private final CatalogFile file;
  private final RowRules<R> rules;
  private final FileCounts counts;
  private final Consumer<Reject> rejects;
  private final List<String> columns;
  private final CsvFile csv;
  private final LineHandler judge = new Judge();
  private final IdSet seen = new IdSet();
  private final long startedNanos = System.nanoTime();
  private List<R> rows = new ArrayList<>();
  private int repaired;
  private int rejected;

  RowReader(
      CatalogFile file,
      Path folder,
      RowRules<R> rules,
      FileCounts counts,
      Consumer<Reject> rejects) {
    this.file = file;
    this.rules = rules;
    this.counts = counts;
    this.rejects = rejects;
    this.columns = file.columns();
    this.csv = new CsvFile(file.in(folder), columns, file.repair());
  }

  /// The next some hundred rows; empty only at the end of the file.
  public List<R> next() {
    rows = new ArrayList<>();
    boolean more = true;
    while (more && rows.isEmpty()) {
      repaired = 0;
      rejected = 0;
      more = csv.read(judge);
      counts.add(rows.size(), repaired, rejected);
      counts.position(csv.lines(), csv.bytesRead());
    }
    if (!more) {
      counts.finish(System.nanoTime() - startedNanos);
    }
    return rows;
  }

  @Override
  public void close() {
    csv.close();
  }

  /// Sorts the lines into rows and rejects.
  private final class Judge implements LineHandler {
    @Override
    public void row(CsvRow line) {
      Cells cells = new Cells(columns, line);
      R row = rules.read(cells);
      if (cells.isValid() && !seen.add(row.id())) {
        cells.fail(0, "duplicate id, an earlier row has it");
      }
      if (cells.isValid()) {
        rows.add(row);
        repaired += line.isRepaired() ? 1 : 0;
      } else {
        rejected(
            new Reject(
                file.fileName(), line.line(), cells.failedColumn(), cells.reason(), line.raw()));
      }
    }

    @Override
    public void rejected(Reject reject) {
      rejected++;
      rejects.accept(reject);
    }
  }
}
