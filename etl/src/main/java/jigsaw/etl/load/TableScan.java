package jigsaw.etl.load;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import jigsaw.etl.row.IdSet;

/// Reads whole tables for their keys alone. For several threads.
public final class TableScan {
  private final Database database;
  private final Set<Session> open = ConcurrentHashMap.newKeySet();

  /// Set once, by the thread that aborts.
  private volatile boolean aborted;

  public TableScan(Database database) {
    this.database = database;
  }

  /// Cuts off all reading that is under way or still to come, which then fails.
  public void abort() {
    aborted = true;
    open.forEach(Session::abort);
  }

  /// How many rows a table of children has and of which parents; the parents' ids are added to
  /// `parents`.
  public TableRows children(String table, String parentColumn, IdSet parents) {
    TableRows[] total = {TableRows.NONE};
    use(session ->
        session.stream(
            "SELECT "
                + parentColumn
                + ", COUNT(*), MIN(id), MAX(id) FROM "
                + table
                + " GROUP BY "
                + parentColumn,
            row -> {
              parents.add(row.getInt(1));
              total[0] = total[0].plus(new TableRows(row.getLong(2), row.getInt(3), row.getInt(4)));
            }));
    return total[0];
  }

  /// How many rows a table has; their ids are added to `ids`.
  public TableRows ids(String table, String idColumn, IdSet ids) {
    TableRows[] total = {TableRows.NONE};
    use(session ->
        session.stream(
            "SELECT " + idColumn + " FROM " + table,
            row -> {
              ids.add(row.getInt(1));
              total[0] = total[0].plus(row.getInt(1));
            }));
    return total[0];
  }

  /// Whether the positions of a product table run from 1 to the number of its rows.
  public boolean isDense(String productTable) {
    try (Session session = database.open()) {
      return session
          .query(
              "SELECT COUNT(*) = COALESCE(MAX(position), 0) AND COALESCE(MIN(position), 1) = 1 FROM "
                  + productTable,
              row -> row.getBoolean(1))
          .getFirst();
    }
  }

  private void use(Consumer<Session> reading) {
    try (Session session = database.open()) {
      open.add(session);
      try {
        if (aborted) {
          throw DatabaseException.failed("reading was cut off");
        }
        reading.accept(session);
      } finally {
        open.remove(session);
      }
    }
  }
}
