package jigsaw.etl.load;

import java.util.List;
import java.util.Optional;
import jigsaw.catalog.GenerationTables;
import jigsaw.catalog.Schema;

/// The register of generations and their tables. Whoever changes anything must hold the [LoadLock].
///
/// A generation is `loading`, then `live`, then `previous` for a rollback, then `retired`. Its row
/// is written before its tables are made and deleted after they are dropped, so that tables are
/// never left without a row.
public final class Generations {
  private final Session session;

  public Generations(Session session) {
    this.session = session;
  }

  /// Makes the register where there is none. Who only looks needs no lock for it.
  public void prepare() {
    Schema.shared().forEach(session::execute);
  }

  /// All generations, the newest first.
  public List<Generation> all() {
    return session.query(
        "SELECT id, state, schema_version, products, started_at, COALESCE(finished_at, '') "
            + "FROM catalog_generation ORDER BY id DESC",
        row ->
            new Generation(
                row.getInt(1),
                row.getString(2),
                row.getInt(3),
                row.getInt(4),
                row.getString(5),
                row.getString(6)));
  }

  /// The generation that servers show.
  public Optional<Generation> live() {
    return all().stream().filter(Generation::isLive).findFirst();
  }

  /// Drops what interrupted loads and former generations left; the ids of what was dropped.
  ///
  /// @throws DatabaseException if a newer version of this program has written the register
  public List<Integer> dropUnneeded() {
    for (Generation generation : all()) {
      if (generation.schemaVersion() > Schema.VERSION) {
        throw DatabaseException.failed(
            "generation "
                + generation.id()
                + " has schema version "
                + generation.schemaVersion()
                + ", this program knows only up to "
                + Schema.VERSION
                + ": use a newer one");
      }
    }
    List<Integer> unneeded =
        all().stream().filter(each -> !each.isNeeded()).map(Generation::id).toList();
    unneeded.forEach(this::discard);
    return unneeded;
  }

  /// Registers a new generation and makes its empty tables.
  public GenerationTables begin() {
    int id = all().stream().mapToInt(Generation::id).max().orElse(0) + 1;
    session.update(
        "INSERT INTO catalog_generation (id, state, schema_version, started_at) "
            + "VALUES (?, ?, ?, UTC_TIMESTAMP(3))",
        id,
        Generation.LOADING,
        Schema.VERSION);
    GenerationTables tables = new GenerationTables(id);
    Schema.generation(tables).forEach(session::execute);
    return tables;
  }

  /// Drops the tables of a generation that is neither live nor previous.
  public void discard(int id) {
    GenerationTables tables = new GenerationTables(id);
    for (String table : Schema.GENERATION_TABLES) {
      session.execute("DROP TABLE IF EXISTS " + tables.name(table));
    }
    session.update("DELETE FROM catalog_change WHERE generation = ?", id);
    session.update("DELETE FROM catalog_generation WHERE id = ?", id);
  }

  /// Makes a loaded generation the live one, in one statement.
  public void goLive(int id, int products, String report) {
    session.update(
        "UPDATE catalog_generation SET products = ?, report = ?, finished_at = UTC_TIMESTAMP(3) "
            + "WHERE id = ?",
        products,
        report,
        id);
    session.update(
        "UPDATE catalog_generation SET state = CASE WHEN id = ? THEN 'live' "
            + "WHEN state = 'live' THEN 'previous' WHEN state = 'previous' THEN 'retired' "
            + "ELSE state END",
        id);
    showInViews(new GenerationTables(id));
  }

  /// Makes the previous generation live again and the live one previous; empty if there is none.
  ///
  /// @throws DatabaseException if it has other tables than this program knows
  public Optional<Generation> rollback() {
    Optional<Generation> previous = all().stream().filter(Generation::isPrevious).findFirst();
    if (previous.isPresent()) {
      previous.get().requireKnownTables();
      session.update(
          "UPDATE catalog_generation SET state = CASE state WHEN 'live' THEN 'previous' "
              + "WHEN 'previous' THEN 'live' ELSE state END");
      showInViews(previous.get().tables());
    }
    return previous;
  }

  /// Bytes on disk of a generation's tables, as the database estimates them.
  public long bytes(Generation generation) {
    return session
        .query(
            "SELECT COALESCE(SUM(data_length + index_length), 0) FROM information_schema.tables "
                + "WHERE table_schema = DATABASE() AND table_name LIKE ?",
            row -> row.getLong(1),
            generation.tables().name("%").replace("_", "\\_"))
        .getFirst();
  }

  /// Views under the plain names, for people; nothing of ours reads them.
  private void showInViews(GenerationTables tables) {
    for (String table : Schema.GENERATION_TABLES) {
      try {
        session.execute(
            "CREATE OR REPLACE VIEW " + table + " AS SELECT * FROM " + tables.name(table));
      } catch (DatabaseException e) {
        return;
      }
    }
  }
}
