package jigsaw.server.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One connection with the statements prepared on it, owned by one thread.
final class Session {
  /// A generation needs about twenty; more are left over from earlier generations.
  private static final int MAX_STATEMENTS = 32;

  private static final Logger LOG = LoggerFactory.getLogger(Session.class);

  private final Connection connection;
  private final Object origin;
  private final Map<String, PreparedStatement> statements = new HashMap<>();

  /// `origin` is the pool that the connection came from.
  Session(Connection connection, Object origin) {
    this.connection = connection;
    this.origin = origin;
  }

  // That very pool, not an equal one.
  @SuppressWarnings("ReferenceEquality")
  boolean isFrom(@Nullable Object pool) {
    return origin == pool;
  }

  /// The statement for `sql`, prepared when first asked for. The session closes it.
  PreparedStatement statement(String sql) throws SQLException {
    PreparedStatement known = statements.get(sql);
    return known != null ? known : prepare(sql);
  }

  /// Waits for the database as long as it takes, for a session that somebody watches: to wait
  /// within a limit costs the JDK two more system calls an answer.
  void waitWithoutLimit() throws SQLException {
    connection.setNetworkTimeout(Runnable::run, 0);
  }

  /// Cuts the connection off, whatever it is doing. Any thread.
  void abort() {
    try {
      connection.abort(Runnable::run);
    } catch (SQLException e) {
      LOG.debug("A connection could not be cut off", e);
    }
  }

  /// Gives the connection back to its pool, which finds out by itself whether it is broken.
  void close() {
    try (connection) {
      closeStatements();
    } catch (SQLException e) {
      // The connection is given up: what it says at its end changes nothing.
    }
  }

  private PreparedStatement prepare(String sql) throws SQLException {
    if (statements.size() >= MAX_STATEMENTS) {
      closeStatements();
    }
    PreparedStatement prepared = connection.prepareStatement(sql);
    statements.put(sql, prepared);
    return prepared;
  }

  private void closeStatements() throws SQLException {
    for (PreparedStatement statement : statements.values()) {
      statement.close();
    }
    statements.clear();
  }
}
