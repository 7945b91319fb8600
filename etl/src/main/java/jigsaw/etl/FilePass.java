package jigsaw.etl;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.function.Consumer;
import jigsaw.etl.csv.FileStamp;
import jigsaw.etl.csv.Reject;
import jigsaw.etl.merge.CatalogRows;
import jigsaw.etl.merge.CatalogSink;
import jigsaw.etl.merge.ProductWalk;
import jigsaw.etl.parallel.Tasks;
import jigsaw.etl.progress.Gauge;
import jigsaw.etl.row.CatalogFile;
import jigsaw.etl.row.CatalogFolder;
import jigsaw.etl.row.FileCounts;
import jigsaw.etl.row.IdSet;
import jigsaw.etl.row.Parents;
import jigsaw.etl.row.Row.ProductRow;
import jigsaw.etl.row.RowReader;

/// Reads the six files of a folder: first the parents' ids, then all rows, walked product by
/// product into a sink.
final class FilePass {
  private static final int SHOWN_CHARACTERS = 200;

  private final Path folder;
  private final Map<CatalogFile, FileStamp> stamps = new EnumMap<>(CatalogFile.class);
  private final Map<CatalogFile, FileCounts> counts = new EnumMap<>(CatalogFile.class);

  /// Looks at all six files, so that a missing one is noticed before anything else happens.
  FilePass(Path folder) {
    this.folder = folder;
    for (CatalogFile file : CatalogFile.values()) {
      stamps.put(file, FileStamp.of(file.in(folder)));
      counts.put(file, new FileCounts(file));
    }
  }

  /// The counts of each file, parents first.
  List<FileCounts> counts() {
    return List.copyOf(counts.values());
  }

  List<Gauge> gauges() {
    return counts().stream().map(this::gauge).toList();
  }

  Parents readParents() throws InterruptedException {
    return Parents.read(
        folder, new FileCounts(CatalogFile.PRODUCT), new FileCounts(CatalogFile.STYLES));
  }

  /// Reads product.csv alone and counts it; how many lines were rejected and why the first ones, or
  /// nothing if none was.
  String judgeProducts(Consumer<Reject> rejects) throws InterruptedException {
    StringJoiner first = new StringJoiner("; ");
    FileCounts products = of(CatalogFile.PRODUCT);
    CatalogFolder files =
        new CatalogFolder(
            folder,
            reject -> {
              rejects.accept(reject);
              if (first.length() < SHOWN_CHARACTERS) {
                first.add(reject.file() + ":" + reject.line() + " " + reject.reason());
              }
            });
    try (RowReader<ProductRow> reader = files.products(products)) {
      while (!reader.next().isEmpty()) {
        if (Thread.interrupted()) {
          throw new InterruptedException("while judging products");
        }
      }
    }
    return products.rejected() == 0
        ? ""
        : String.format(
            Locale.ROOT,
            "; %,d of the %,d lines of product.csv were rejected: %s",
            products.rejected(),
            products.lines(),
            first);
  }

  /// Adds to `tasks` the six readers and the walk; `afterwards` follows the last row. The result is
  /// known when all tasks have ended: the products that the sink got no complete entry of.
  IdSet addTo(
      Tasks tasks, Parents parents, Consumer<Reject> rejects, CatalogSink sink, Step afterwards) {
    CatalogFolder files = new CatalogFolder(folder, rejects);
    CatalogRows rows = new CatalogRows();
    add(tasks, () -> rows.products().fillFrom(files.products(of(CatalogFile.PRODUCT))));
    add(tasks, () -> rows.styles().fillFrom(files.styles(parents, of(CatalogFile.STYLES))));
    add(tasks, () -> rows.features().fillFrom(files.features(parents, of(CatalogFile.FEATURES))));
    add(tasks, () -> rows.photos().fillFrom(files.photos(parents, of(CatalogFile.PHOTOS))));
    add(tasks, () -> rows.skus().fillFrom(files.skus(parents, of(CatalogFile.SKUS))));
    add(tasks, () -> rows.related().fillFrom(files.related(parents, of(CatalogFile.RELATED))));
    ProductWalk walk = new ProductWalk(parents.products(), rows, sink);
    add(
        tasks,
        () -> {
          walk.run();
          afterwards.run();
        });
    return walk.unfinished();
  }

  /// Checks that no file has changed since the beginning, which each reader only knows of its own.
  void requireUnchanged() {
    stamps.values().forEach(FileStamp::requireUnchanged);
  }

  private FileCounts of(CatalogFile file) {
    return counts.getOrDefault(file, new FileCounts(file));
  }

  private Gauge gauge(FileCounts each) {
    CatalogFile file = each.file();
    long bytes = Optional.ofNullable(stamps.get(file)).map(FileStamp::bytes).orElse(0L);
    return new Gauge(file.fileName(), bytes, each::bytes, each::lines);
  }

  private static void add(Tasks tasks, Step step) {
    tasks.add(() -> {
      step.run();
      return step;
    });
  }

  /// Something to do that may be interrupted.
  interface Step {
    void run() throws InterruptedException;
  }
}
