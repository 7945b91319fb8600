package jigsaw.etl.load;

import jigsaw.etl.row.IdSet;

/// Reads a whole table once for its keys alone.
public final class TableScan {
  private final Database database;

  public TableScan(Database database) {
    this.database = database;
  }

  /// How many rows a table of children has and of which parents; the parents' ids are added to
  /// `parents`.
  public TableRows children(String table, String parentColumn, IdSet parents) {
    TableRows[] total = {TableRows.NONE};
    try (Session session = database.open()) {
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
          });
    }
    return total[0];
  }

  /// How many rows a table has; their ids are added to `ids`.
  public TableRows ids(String table, String idColumn, IdSet ids) {
    TableRows[] total = {TableRows.NONE};
    try (Session session = database.open()) {
      session.stream(
          "SELECT " + idColumn + " FROM " + table,
          row -> {
            ids.add(row.getInt(1));
            total[0] = total[0].plus(row.getInt(1));
          });
    }
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
}
