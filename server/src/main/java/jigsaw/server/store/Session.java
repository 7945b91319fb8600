package jigsaw.server.store;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
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

  private static final String LOADED =
      "SELECT "
          + RegisterWatch.LOAD_TIME
          + " FROM catalog_generation WHERE id = ? AND state <> 'loading'";

  private final Connection connection;
  private final Object origin;
  private final Map<String, PreparedStatement> statements = new HashMap<>();
  private @Nullable Generation whole;
  private boolean behind;

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

  /// Makes sure that this session's database has all of a generation. One that copies another's
  /// changes gets the tables first, row by row, and the register's word that they are whole last:
  /// until then a row that is missing says nothing.
  ///
  /// @throws BehindException if it has not; the session is of no more use
  void require(Generation generation) throws SQLException {
    if (generation.equals(whole)) {
      return;
    }
    PreparedStatement statement = statement(LOADED);
    statement.setInt(1, generation.id());
    try (ResultSet row = statement.executeQuery()) {
      if (!row.next() || !generation.tag().equals(generation.id() + "-" + row.getString(1))) {
        behind = true;
        throw new BehindException(generation);
      }
    }
    whole = generation;
  }

  /// Gives the connection back to its pool, which finds out by itself whether it is broken. Of one
  /// whose database is behind it cannot: the next one may go to another database.
  void close() {
    if (behind && origin instanceof HikariDataSource pool) {
      pool.evictConnection(connection);
    }
    try (connection) {
      closeStatements();
    } catch (SQLException | NullPointerException e) {
      // The connection is given up: what it says at its end changes nothing. HikariCP has none any
      // more behind its proxy when the pool was closed meanwhile.
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
