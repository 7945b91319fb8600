package jigsaw.etl;

import java.io.PrintStream;
import java.util.function.Consumer;
import jigsaw.etl.csv.Reject;
import jigsaw.etl.merge.CatalogEntry;
import jigsaw.etl.merge.CatalogSink;
import jigsaw.etl.parallel.Tasks;
import jigsaw.etl.progress.Progress;
import jigsaw.etl.row.Parents;
import jigsaw.etl.row.Row;
import jigsaw.etl.verify.Verification;

/// Reads and judges the files as a load does, and forgets the rows.
final class DryRun {
  private final LoadOptions options;
  private final FilePass files;
  private final Steps steps;
  private final PrintStream out;

  DryRun(LoadOptions options, FilePass files, Steps steps, PrintStream out) {
    this.options = options;
    this.files = files;
    this.steps = steps;
    this.out = out;
  }

  void run(Consumer<Reject> rejects) throws InterruptedException {
    steps.begin("parents", "reading the ids of products and styles");
    Parents parents = files.readParents();
    steps.begin("read", "reading all rows");
    try (Progress _ = Progress.show(files.gauges(), steps.progressStyle(), out)) {
      Tasks tasks = new Tasks();
      files.addTo(tasks, parents, rejects, new Nowhere(), () -> {});
      tasks.run(() -> {});
    }
    steps.end();
    files.requireUnchanged();
    options.maxRejects().check(files.counts());
    Verification.counts(files.counts());
  }

  /// Takes everything and keeps nothing.
  private static final class Nowhere implements CatalogSink {
    @Override
    public void row(Row row) {}

    @Override
    public void entry(CatalogEntry entry) {}
  }
}
