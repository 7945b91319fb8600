package jigsaw.embedded.verify;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/// What a schema holds, as any client sees it.
record LiveTables(LoadedDatabase database) {
  private static final String OTHERS =
      "SELECT id FROM information_schema.processlist WHERE id <> CONNECTION_ID()"
          + " AND user = SUBSTRING_INDEX(CURRENT_USER(), '@', 1) AND db = DATABASE()";
  private static final String LIVE = "SELECT id FROM catalog_generation WHERE state = 'live'";
  private static final String TABLES =
      "SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE()"
          + " AND table_name REGEXP ";
  private static final int TABLES_OF_A_GENERATION = 8;

  /// How long to wait before looking again.
  static final int POLL_MILLIS = 10;

  /// The name of every table of the live generation with its checksum (CHECKSUM TABLE … EXTENDED).
  List<String> checksums() throws IOException {
    return ask(connection -> {
      String suffix = "_g" + values(connection, LIVE).getFirst();
      List<String> checksums = new ArrayList<>();
      for (String table : values(connection, TABLES + "'" + suffix + "$' ORDER BY 1")) {
        try (Statement statement = connection.createStatement();
            ResultSet row = statement.executeQuery("CHECKSUM TABLE " + table + " EXTENDED")) {
          row.next();
          checksums.add(table.replace(suffix, "") + " " + row.getString(2));
        }
      }
      if (checksums.size() != TABLES_OF_A_GENERATION) {
        throw new SQLException("the live generation has only " + checksums);
      }
      return checksums;
    });
  }

  /// The number of the live generation; 0 if there is none, or no register.
  int live() throws IOException {
    return ask(connection -> {
      if (values(connection, TABLES + "'^catalog_generation$'").isEmpty()) {
        return 0;
      }
      List<String> live = values(connection, LIVE);
      return live.isEmpty() ? 0 : Integer.parseInt(live.getFirst());
    });
  }

  /// Whether a generation is being filled.
  boolean isLoading() throws IOException {
    return ask(connection ->
        !values(connection, "SELECT id FROM catalog_generation WHERE state = 'loading'").isEmpty());
  }

  /// Tables without a generation in the register, generations without all their tables, generations
  /// that are loading, locks that are held; none after a run that ended well.
  List<String> leftovers() throws IOException {
    return ask(connection -> {
      List<String> left =
          new ArrayList<>(
              values(
                  connection,
                  "SELECT CONCAT('generation ', id, ' is ', state) FROM catalog_generation"
                      + " WHERE state NOT IN ('live', 'previous', 'retired')"));
      List<String> generations = values(connection, "SELECT id FROM catalog_generation");
      List<String> tables = values(connection, TABLES + "'_g[0-9]+$' ORDER BY 1");
      for (String generation : generations) {
        long own = tables.stream().filter(table -> table.endsWith("_g" + generation)).count();
        if (own != TABLES_OF_A_GENERATION) {
          left.add("generation " + generation + " has " + own + " tables");
        }
      }
      tables.stream()
          .filter(table ->
              generations.stream().noneMatch(generation -> table.endsWith("_g" + generation)))
          .forEach(left::add);
      left.addAll(
          values(
              connection,
              "SELECT CONCAT('the lock is held by connection ', holder) FROM (SELECT IS_USED_LOCK("
                  + "CONCAT('jigsaw.etl.', DATABASE())) AS holder) AS locks"
                  + " WHERE holder IS NOT NULL"));
      return left;
    });
  }

  /// How many tables others are filling right now.
  int tablesBeingFilled() throws IOException {
    return ask(connection -> values(connection, OTHERS + " AND info LIKE 'LOAD DATA %'").size());
  }

  /// Ends every other connection of this user.
  ///
  /// @return how many were ended
  int cutOthers() throws IOException {
    return ask(connection -> {
      int cut = 0;
      for (String id : values(connection, OTHERS)) {
        try (Statement statement = connection.createStatement()) {
          statement.execute("KILL " + id);
          cut++;
        } catch (SQLException _) {
          // It has just ended by itself.
        }
      }
      return cut;
    });
  }

  /// Adds `step` to the schema version of the live generation.
  void raiseVersion(int step) throws IOException {
    ask(connection -> {
      try (Statement statement = connection.createStatement()) {
        return statement.executeUpdate(
            "UPDATE catalog_generation SET schema_version = schema_version + "
                + step
                + " WHERE state = 'live'");
      }
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
