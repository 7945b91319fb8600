package jigsaw.verify;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import jigsaw.bench.EtlDatabase;
import jigsaw.catalog.GenerationTables;
import jigsaw.catalog.Schema;

/// What a schema holds, as any client sees it.
record LiveTables(EtlDatabase database) {
  private static final String OTHERS =
      "SELECT id FROM information_schema.processlist WHERE id <> CONNECTION_ID()";

  /// The checksums of all tables of the live generation (CHECKSUM TABLE), in their fixed order.
  List<String> checksums() throws IOException {
    return ask(connection -> {
      String live =
          values(connection, "SELECT id FROM catalog_generation WHERE state = 'live'").getFirst();
      GenerationTables tables = new GenerationTables(Integer.parseInt(live));
      List<String> checksums = new ArrayList<>();
      for (String table : Schema.GENERATION_TABLES) {
        try (Statement statement = connection.createStatement();
            ResultSet row = statement.executeQuery("CHECKSUM TABLE " + tables.name(table))) {
          row.next();
          checksums.add(table + " " + row.getString(2));
        }
      }
      return checksums;
    });
  }

  /// Tables without a generation in the register, generations that are loading, locks that are
  /// held; none after a run that ended well.
  List<String> leftovers() throws IOException {
    return ask(connection -> {
      List<String> left =
          new ArrayList<>(
              values(
                  connection,
                  "SELECT CONCAT('generation ', id, ' is loading') FROM catalog_generation"
                      + " WHERE state = 'loading'"));
      left.addAll(
          values(
              connection,
              "SELECT table_name FROM information_schema.tables t WHERE table_schema = DATABASE()"
                  + " AND table_name REGEXP '_g[0-9]+$' AND NOT EXISTS (SELECT 1 FROM"
                  + " catalog_generation g WHERE t.table_name LIKE CONCAT('%\\_g', g.id))"));
      left.addAll(
          values(
              connection,
              "SELECT CONCAT('connection ', IS_USED_LOCK(CONCAT('jigsaw.etl.', DATABASE())),"
                  + " ' holds the lock') FROM DUAL"
                  + " WHERE IS_USED_LOCK(CONCAT('jigsaw.etl.', DATABASE())) IS NOT NULL"));
      return left;
    });
  }

  /// Whether somebody holds the ETL's lock.
  boolean isLocked() throws IOException {
    return ask(connection ->
        !values(
                connection,
                "SELECT 1 FROM DUAL WHERE"
                    + " IS_USED_LOCK(CONCAT('jigsaw.etl.', DATABASE())) IS NOT NULL")
            .isEmpty());
  }

  /// How many other connections this user has.
  int otherConnections() throws IOException {
    return ask(connection -> values(connection, OTHERS).size());
  }

  /// Ends every other connection of this user.
  ///
  /// @return how many there were
  int cutOthers() throws IOException {
    return ask(connection -> {
      List<String> others = values(connection, OTHERS);
      for (String id : others) {
        try (Statement statement = connection.createStatement()) {
          statement.execute("KILL " + id);
        } catch (SQLException e) {
          // It has just ended by itself.
        }
      }
      return others.size();
    });
  }

  private <T> T ask(Question<T> question) throws IOException {
    try (Connection connection = database.connect()) {
      return question.on(connection);
    } catch (SQLException e) {
      throw new IOException("the database refuses: " + e.getMessage(), e);
    }
  }

  private static List<String> values(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      List<String> values = new ArrayList<>();
      while (row.next()) {
        values.add(row.getString(1));
      }
      return values;
    }
  }

  private interface Question<T> {
    T on(Connection connection) throws SQLException;
  }
}
