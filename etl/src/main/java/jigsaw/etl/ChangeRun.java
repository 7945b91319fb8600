package jigsaw.etl;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import jigsaw.etl.change.ChangeFile;
import jigsaw.etl.change.ChangeLine;
import jigsaw.etl.csv.FileStamp;
import jigsaw.etl.csv.Reject;
import jigsaw.etl.load.ChangeBatch;
import jigsaw.etl.load.Database;
import jigsaw.etl.load.DatabaseException;
import jigsaw.etl.load.Generation;
import jigsaw.etl.load.Generations;
import jigsaw.etl.load.LoadLock;
import jigsaw.etl.load.Session;
import jigsaw.etl.progress.Gauge;
import jigsaw.etl.progress.Progress;
import jigsaw.etl.progress.ProgressStyle;
import jigsaw.etl.report.ChangeReport;

/// One file of changes from its first line to its last. The whole file is judged before the first
/// change is made; then some hundred lines at a time are changed in one transaction each.
final class ChangeRun {
  private final Path path;
  private final ChangeOptions options;
  private final ProgressStyle style;
  private final PrintStream out;
  private final FileStamp stamp;
  // What progress shows, on a thread of its own.
  private final AtomicLong linesDone = new AtomicLong();
  private final AtomicLong bytesDone = new AtomicLong();

  private long lines;
  private long valid;
  private long applied;
  private long rejected;
  private long documents;

  /// @throws jigsaw.etl.csv.CsvException if the file is missing or may not be read
  ChangeRun(Path path, ChangeOptions options, ProgressStyle style, PrintStream out) {
    this.path = path;
    this.options = options;
    this.style = style;
    this.out = out;
    stamp = FileStamp.of(path);
  }

  /// Only reads and judges.
  ///
  /// @throws TooManyRejectsException if too much of the file is bad
  void judge(Consumer<Reject> rejects) {
    try (ChangeFile file = new ChangeFile(path, counting(rejects))) {
      while (!file.ended()) {
        valid += file.next().size();
        lines = file.lines();
      }
    }
    checkRejects();
  }

  /// Makes the changes in the live generation.
  ///
  /// @throws TooManyRejectsException if too many lines name what does not exist; the others are
  ///   changed
  void apply(Database database, Consumer<Reject> rejects) throws InterruptedException {
    judge(rejects);
    try (Session session = database.open()) {
      Generations generations = new Generations(session);
      try (LoadLock _ = LoadLock.take(session)) {
        generations.prepare();
        Generation live =
            generations
                .live()
                .orElseThrow(() ->
                    DatabaseException.failed(
                        "no generation is live in " + database + ": load one first (etl --csv)"));
        live.requireKnownTables();
        change(new ChangeBatch(session, live.tables()), counting(rejects));
      }
    }
    checkRejects();
  }

  /// What has been done so far.
  ChangeReport report(ExitCode outcome, double seconds) {
    return new ChangeReport(
        outcome.toString(), lines, valid, applied, rejected, documents, seconds);
  }

  private void change(ChangeBatch batch, Consumer<Reject> rejects) throws InterruptedException {
    Gauge gauge =
        new Gauge(
            String.valueOf(path.getFileName()), stamp.bytes(), bytesDone::get, linesDone::get);
    // What the first reading rejected is known already.
    try (ChangeFile file = new ChangeFile(path, _ -> {});
        Progress _ = Progress.show(List.of(gauge), style, out)) {
      stamp.requireUnchanged();
      while (!file.ended()) {
        List<ChangeLine> next = file.next();
        if (!next.isEmpty()) {
          ChangeBatch.Outcome done = batch.apply(next);
          applied += next.size() - done.rejects().size();
          documents += done.products().size();
          // The last, because it ends the run if there are too many.
          done.rejects().forEach(rejects);
        }
        linesDone.set(file.lines());
        bytesDone.set(file.bytesRead());
        if (Thread.interrupted()) {
          throw new InterruptedException("while making changes");
        }
      }
    }
  }

  private Consumer<Reject> counting(Consumer<Reject> rejects) {
    return reject -> {
      rejected++;
      rejects.accept(reject);
    };
  }

  private void checkRejects() {
    options.maxRejects().check(String.valueOf(path.getFileName()), lines, rejected);
  }
}
