package jigsaw.verify.faults;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/// One of the database's accounts, used from outside the server.
record Accounts(String url, String user, String password) {
  /// A counter of the database (`SHOW GLOBAL STATUS`).
  long status(String name) throws IOException {
    try (Connection connection = DriverManager.getConnection(url, user, password);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SHOW GLOBAL STATUS LIKE '" + name + "'")) {
      row.next();
      return row.getLong(2);
    } catch (SQLException e) {
      throw refused(e);
    }
  }

  /// Gives the account another password and ends all its other connections.
  Accounts changePassword(String changed) throws IOException {
    try (Connection connection = DriverManager.getConnection(url, user, password);
        Statement statement = connection.createStatement()) {
      statement.execute("SET PASSWORD = PASSWORD('" + changed + "')");
      cutOthers(statement);
      return new Accounts(url, user, changed);
    } catch (SQLException e) {
      throw refused(e);
    }
  }

  /// Ends all connections of the account.
  void cutConnections() throws IOException {
    try (Connection connection = DriverManager.getConnection(url, user, password);
        Statement statement = connection.createStatement()) {
      cutOthers(statement);
    } catch (SQLException e) {
      throw refused(e);
    }
  }

  private static IOException refused(SQLException e) {
    return new IOException("the database refuses: " + e.getMessage(), e);
  }

  private static void cutOthers(Statement statement) throws SQLException {
    for (long other : others(statement)) {
      statement.execute("KILL " + other);
    }
  }

  private static List<Long> others(Statement statement) throws SQLException {
    List<Long> others = new ArrayList<>();
    try (ResultSet rows =
        statement.executeQuery(
            "SELECT id FROM information_schema.processlist WHERE id <> CONNECTION_ID()")) {
      while (rows.next()) {
        others.add(rows.getLong(1));
      }
    }
    return others;
  }
}
