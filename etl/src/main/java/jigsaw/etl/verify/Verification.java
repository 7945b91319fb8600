package jigsaw.etl.verify;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import jigsaw.catalog.GenerationTables;
import jigsaw.etl.load.Database;
import jigsaw.etl.load.GenerationReader;
import jigsaw.etl.load.Session;
import jigsaw.etl.load.StoredDocuments;
import jigsaw.etl.load.TableRows;
import jigsaw.etl.load.TableScan;
import jigsaw.etl.merge.CatalogEntry;
import jigsaw.etl.merge.DocumentFormats;
import jigsaw.etl.merge.EntryRenderer;
import jigsaw.etl.parallel.Tasks;
import jigsaw.etl.row.FileCounts;
import jigsaw.etl.row.IdSet;

/// Compares a loaded generation with what was read from the files.
public final class Verification {
  private static final int SAMPLE = 200;
  private static final double LEAST_SHARE_OF_LIVE = 0.9;

  private final Database database;
  private final GenerationTables tables;
  private final Map<String, TableRows> written;
  private final TableScan scan;

  /// `written` is what was sent to each table.
  public Verification(Database database, GenerationTables tables, Map<String, TableRows> written) {
    this.database = database;
    this.tables = tables;
    this.written = written;
    this.scan = new TableScan(database);
  }

  /// Every line must have ended as loaded or rejected.
  ///
  /// @throws VerificationException if the counts of a file do not add up
  public static void counts(List<FileCounts> files) {
    for (FileCounts file : files) {
      require(
          file.lines() == file.loaded() + file.rejected(),
          file.file().fileName()
              + ": "
              + file.lines()
              + " lines read, but "
              + file.loaded()
              + " loaded and "
              + file.rejected()
              + " rejected");
    }
  }

  /// A catalogue that has suddenly lost much is more likely a broken delivery.
  ///
  /// @throws VerificationException if there are far fewer products than are live now
  public static void size(int products, int liveProducts) {
    require(products > 0, "there is no product at all (--force loads all the same)");
    require(
        products >= liveProducts * LEAST_SHARE_OF_LIVE,
        products
            + " products are less than 90 % of the "
            + liveProducts
            + " that are live (--force loads all the same)");
  }

  /// Reads the tables: every row sent is there, every child has its parent, every product its two
  /// documents, and a sample of documents is what the rows give. Without `formats` there are none.
  ///
  /// @throws VerificationException if not
  public void tables(IdSet products, Optional<DocumentFormats> formats)
      throws InterruptedException {
    IdSet styles = new IdSet();
    Tasks first = new Tasks();
    first.add(() -> styles(styles));
    first.run(scan::abort);
    Tasks tasks = new Tasks();
    tasks.add(() -> parents(products));
    formats.ifPresent(_ -> tasks.add(() -> documents(products)));
    tasks.add(() -> ofProducts(products));
    tasks.add(() -> ofStyles(styles));
    tasks.run(scan::abort);
    if (formats.isPresent()) {
      sample(products, formats.get());
    }
  }

  private boolean styles(IdSet styles) {
    rows(tables.style(), scan.ids(tables.style(), "id", styles));
    return true;
  }

  private boolean parents(IdSet products) {
    IdSet stored = new IdSet();
    rows(tables.product(), scan.ids(tables.product(), "id", stored));
    require(equal(stored, products), tables.product() + " has other ids than product.csv");
    require(scan.isDense(tables.product()), tables.product() + ": positions have gaps");
    return true;
  }

  private boolean documents(IdSet products) {
    for (String documents : List.of(tables.productDocument(), tables.stylesDocument())) {
      IdSet documented = new IdSet();
      scan.ids(documents, "product_id", documented);
      require(
          equal(documented, products),
          documents
              + " has "
              + documented.size()
              + " documents for "
              + products.size()
              + " products");
    }
    return true;
  }

  private boolean ofProducts(IdSet products) {
    for (String table : List.of(tables.style(), tables.feature(), tables.related())) {
      children(table, "product_id", products);
    }
    return true;
  }

  private boolean ofStyles(IdSet styles) {
    for (String table : List.of(tables.photo(), tables.sku())) {
      children(table, "style_id", styles);
    }
    return true;
  }

  private void children(String table, String parentColumn, IdSet parents) {
    IdSet found = new IdSet();
    rows(table, scan.children(table, parentColumn, found));
    IdSet orphaned = found.without(parents);
    require(
        orphaned.isEmpty(),
        table + ": " + orphaned.size() + " values of " + parentColumn + " have no parent");
  }

  private void rows(String table, TableRows stored) {
    TableRows expected = written.getOrDefault(table, new TableRows(0, 0, 0));
    require(stored.equals(expected), table + " has " + stored + ", expected " + expected);
  }

  private void sample(IdSet products, DocumentFormats formats) {
    if (products.isEmpty()) {
      return;
    }
    TreeSet<Integer> ids = new TreeSet<>(List.of(products.first(), products.last()));
    Random random = new Random(products.size());
    while (ids.size() < Math.min(SAMPLE, products.size())) {
      ids.add(products.at(1 + random.nextInt(products.size())));
    }
    try (Session session = database.open();
        EntryRenderer renderer = new EntryRenderer(formats)) {
      StoredDocuments stored = new StoredDocuments(session, tables);
      Map<Integer, byte[]> productBodies = stored.products(ids);
      Map<Integer, byte[]> stylesBodies = stored.styles(ids);
      for (CatalogEntry entry : new GenerationReader(session, tables).entries(ids)) {
        int id = entry.product().id();
        require(
            Arrays.equals(renderer.product(entry), productBodies.get(id))
                && Arrays.equals(renderer.styles(entry), stylesBodies.get(id)),
            "the documents of product " + id + " are not what its rows give");
      }
    }
  }

  private static boolean equal(IdSet left, IdSet right) {
    return left.size() == right.size() && left.without(right).isEmpty();
  }

  private static void require(boolean condition, String otherwise) {
    if (!condition) {
      throw new VerificationException(otherwise);
    }
  }
}
