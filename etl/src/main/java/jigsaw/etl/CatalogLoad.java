package jigsaw.etl;

import java.io.PrintStream;
import java.util.Map;
import java.util.function.Consumer;
import jigsaw.catalog.GenerationTables;
import jigsaw.etl.csv.Reject;
import jigsaw.etl.load.Database;
import jigsaw.etl.load.Generation;
import jigsaw.etl.load.GenerationWriter;
import jigsaw.etl.load.Generations;
import jigsaw.etl.load.LoadLock;
import jigsaw.etl.load.Session;
import jigsaw.etl.load.StoredDocuments;
import jigsaw.etl.load.TableRows;
import jigsaw.etl.parallel.Tasks;
import jigsaw.etl.progress.Progress;
import jigsaw.etl.report.LoadReport;
import jigsaw.etl.row.IdSet;
import jigsaw.etl.row.Parents;
import jigsaw.etl.verify.Verification;
import jigsaw.etl.verify.VerificationException;

/// One load from the files to a live generation. Whatever goes wrong, the generation that was live
/// stays live and the half-made one is dropped, now or by the next run.
final class CatalogLoad {
  private final LoadOptions options;
  private final Database database;
  private final FilePass files;
  private final Steps steps;
  private final PrintStream out;

  CatalogLoad(
      LoadOptions options, Database database, FilePass files, Steps steps, PrintStream out) {
    this.options = options;
    this.database = database;
    this.files = files;
    this.steps = steps;
    this.out = out;
  }

  /// Loads; the number of the new generation, 0 if it was loaded for a comparison only.
  int run(Consumer<Reject> rejects) throws InterruptedException {
    try (Session session = database.open()) {
      Generations generations = new Generations(session);
      try (LoadLock _ = LoadLock.take(session)) {
        generations.prepare();
        return runAlone(generations, rejects);
      }
    }
  }

  private int runAlone(Generations generations, Consumer<Reject> rejects)
      throws InterruptedException {
    generations
        .dropUnneeded()
        .forEach(id -> steps.say("dropped generation " + id + ", which nobody needs"));
    return fill(generations, rejects);
  }

  private Parents parents(Generations generations, Consumer<Reject> rejects)
      throws InterruptedException {
    steps.begin("parents", "reading the ids of products and styles");
    Parents parents = files.readParents();
    if (!options.isForced()) {
      int live = generations.live().map(Generation::products).orElse(0);
      requireSize(parents.products().size(), live, rejects);
    }
    return parents;
  }

  /// Rows are missing because they are bad or because they are not there; the message tells which.
  private void requireSize(int products, int live, Consumer<Reject> rejects)
      throws InterruptedException {
    try {
      Verification.size(products, live);
    } catch (VerificationException tooFew) {
      throw new VerificationException(tooFew.getMessage() + files.judgeProducts(rejects));
    }
  }

  private int fill(Generations generations, Consumer<Reject> rejects) throws InterruptedException {
    // First of all, because it tells other runs since when this one is at work.
    GenerationTables tables = generations.begin();
    boolean live = false;
    try {
      Parents parents = parents(generations, rejects);
      steps.begin("load", "loading into generation " + tables.generation());
      Map<String, TableRows> written = load(tables, parents, rejects);
      options.maxRejects().check(files.counts());
      steps.begin("verify", "verifying");
      files.requireUnchanged();
      Verification.counts(files.counts());
      new Verification(database, tables, written)
          .tables(parents.products(), options.documentFormats());
      steps.end();
      if (options.isRowsOnly()) {
        return 0;
      }
      generations.goLive(tables.generation(), parents.products().size(), report(tables).json());
      live = true;
      return tables.generation();
    } finally {
      if (!live) {
        discard(generations, tables.generation());
      }
    }
  }

  private Map<String, TableRows> load(
      GenerationTables tables, Parents parents, Consumer<Reject> rejects)
      throws InterruptedException {
    try (GenerationWriter writer =
            new GenerationWriter(database, tables, parents.products(), options.documentFormats());
        Progress _ = Progress.show(files.gauges(), steps.progressStyle(), out)) {
      Tasks tasks = new Tasks();
      writer.addTo(tasks);
      IdSet unfinished = files.addTo(tasks, parents, rejects, writer, writer::finish);
      tasks.run(writer::abort);
      if (!unfinished.isEmpty() && !options.isRowsOnly()) {
        renew(tables, unfinished);
      }
      return writer.written();
    }
  }

  /// Rows at the wrong place in their file: the documents of their products are made from the
  /// database's rows.
  private void renew(GenerationTables tables, IdSet unfinished) throws InterruptedException {
    steps.begin(
        "renew", "making the documents of " + unfinished.size() + " products with unsorted rows");
    try (Session session = database.open()) {
      new StoredDocuments(session, tables)
          .renew(unfinished, options.documentFormats().orElseThrow());
    }
  }

  private LoadReport report(GenerationTables tables) {
    return Reports.of(ExitCode.DONE, tables.generation(), files, steps);
  }

  private void discard(Generations generations, int id) {
    boolean interrupted = Thread.interrupted();
    try {
      generations.discard(id);
      steps.say("generation " + id + " was dropped; what was live before is still live");
    } catch (RuntimeException e) {
      steps.warn("generation " + id + " could not be dropped; the next run will do it");
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
