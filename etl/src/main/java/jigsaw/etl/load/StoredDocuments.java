package jigsaw.etl.load;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PrimitiveIterator;
import java.util.stream.Collectors;
import jigsaw.catalog.Document;
import jigsaw.catalog.GenerationTables;
import jigsaw.etl.merge.CatalogEntry;
import jigsaw.etl.merge.DocumentFormats;
import jigsaw.etl.merge.EntryRenderer;
import jigsaw.etl.row.IdSet;

/// The documents of one generation as they are in the database.
public final class StoredDocuments {
  private static final int PRODUCTS_PER_STEP = 100;

  private final Session session;
  private final GenerationTables tables;

  public StoredDocuments(Session session, GenerationTables tables) {
    this.session = session;
    this.tables = tables;
  }

  /// Makes the documents of these products anew from the rows; those that exist are replaced.
  public void renew(IdSet products, DocumentFormats formats) throws InterruptedException {
    GenerationReader reader = new GenerationReader(session, tables);
    try (EntryRenderer renderer = new EntryRenderer(formats)) {
      List<Integer> step = new ArrayList<>(PRODUCTS_PER_STEP);
      for (PrimitiveIterator.OfInt each = products.iterator(); each.hasNext(); ) {
        step.add(each.nextInt());
        if (step.size() == PRODUCTS_PER_STEP || !each.hasNext()) {
          replace(reader.entries(step), renderer);
          step.clear();
        }
        if (Thread.interrupted()) {
          throw new InterruptedException("while making documents");
        }
      }
    }
  }

  /// Makes the styles documents of these products anew from the rows, in the form that `formats`
  /// says. Meant for some hundred ids.
  void renewStyles(Collection<Integer> ids, DocumentFormats formats) {
    try (EntryRenderer renderer = new EntryRenderer(formats)) {
      List<Object[]> styles = new ArrayList<>();
      for (CatalogEntry entry : new GenerationReader(session, tables).entries(ids)) {
        styles.add(new Object[] {entry.product().id(), renderer.styles(entry)});
      }
      session.batch(replaceInto(tables.stylesDocument()), styles);
    }
  }

  /// In which form the documents are stored.
  public DocumentFormats formats() {
    return new DocumentFormats(isGzip(tables.productDocument()), isGzip(tables.stylesDocument()));
  }

  /// The stored answers of `/products/{id}` by id.
  public Map<Integer, byte[]> products(Collection<Integer> ids) {
    return bodies(tables.productDocument(), ids);
  }

  /// The stored answers of `/products/{id}/styles` by id.
  public Map<Integer, byte[]> styles(Collection<Integer> ids) {
    return bodies(tables.stylesDocument(), ids);
  }

  private void replace(List<CatalogEntry> entries, EntryRenderer renderer) {
    List<Object[]> products = new ArrayList<>();
    List<Object[]> styles = new ArrayList<>();
    for (CatalogEntry entry : entries) {
      products.add(new Object[] {entry.product().id(), renderer.product(entry)});
      styles.add(new Object[] {entry.product().id(), renderer.styles(entry)});
    }
    session.batch(replaceInto(tables.productDocument()), products);
    session.batch(replaceInto(tables.stylesDocument()), styles);
  }

  /// All documents of a table have the same form.
  private boolean isGzip(String table) {
    return session.query("SELECT body FROM " + table + " LIMIT 1", row -> row.getBytes(1)).stream()
        .allMatch(Document::isGzip);
  }

  private Map<Integer, byte[]> bodies(String table, Collection<Integer> ids) {
    Map<Integer, byte[]> bodies = new HashMap<>();
    String list = ids.stream().map(String::valueOf).collect(Collectors.joining(","));
    session.stream(
        "SELECT product_id, body FROM " + table + " WHERE product_id IN (" + list + ")",
        row -> bodies.put(row.getInt(1), row.getBytes(2)));
    return bodies;
  }

  private static String replaceInto(String table) {
    return "REPLACE INTO " + table + " (product_id, body) VALUES (?, ?)";
  }
}
