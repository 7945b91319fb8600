package jigsaw.etl.load;

import java.io.InputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One connection to the database. For one thread at a time; only [#abort] may come from another.
public final class Session implements AutoCloseable {
  private static final int MAX_SHOWN = 120;

  /// The class of SQL states of failed connections (ISO 9075, "connection exception").
  private static final String CONNECTION_LOST = "08";

  private static final int LOCAL_INFILE_OFF_SERVER = 3948;
  private static final int LOCAL_INFILE_OFF = 1148;
  private static final int LOCAL_INFILE_OFF_MARIADB = 4166;

  private final Connection connection;
  private boolean transaction;

  Session(Connection connection) {
    this.connection = connection;
  }

  void execute(String sql) {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw failed(sql, e);
    }
  }

  /// The number of rows changed.
  long update(String sql, Object... arguments) {
    try (PreparedStatement statement = prepare(sql, arguments)) {
      return statement.executeUpdate();
    } catch (SQLException e) {
      throw failed(sql, e);
    }
  }

  /// Repeats a statement in one transaction, once for each row of arguments.
  void batch(String sql, List<Object[]> rows) {
    inTransaction(() -> {
      try (PreparedStatement statement = connection.prepareStatement(sql)) {
        for (Object[] row : rows) {
          bind(statement, row);
          statement.addBatch();
        }
        statement.executeBatch();
      } catch (SQLException e) {
        throw failed(sql, e);
      }
    });
  }

  /// Does all of `work` or, if it throws, nothing of it. Within a transaction it becomes part of
  /// that one.
  void inTransaction(Runnable work) {
    if (transaction) {
      work.run();
      return;
    }
    setAutoCommit(false);
    transaction = true;
    boolean complete = false;
    try {
      work.run();
      connection.commit();
      complete = true;
    } catch (SQLException e) {
      throw failed("COMMIT", e);
    } finally {
      transaction = false;
      if (!complete) {
        rollBack();
      }
    }
    setAutoCommit(true);
  }

  <T> List<T> query(String sql, Mapper<T> mapper, Object... arguments) {
    try (PreparedStatement statement = prepare(sql, arguments);
        ResultSet results = statement.executeQuery()) {
      List<T> rows = new ArrayList<>();
      while (results.next()) {
        rows.add(mapper.map(results));
      }
      return rows;
    } catch (SQLException e) {
      throw failed(sql, e);
    }
  }

  /// Gives each row to the consumer as it arrives, so that millions fit.
  void stream(String sql, Consumer consumer) {
    try (Statement statement = connection.createStatement()) {
      // The driver's way to ask for rows one by one.
      statement.setFetchSize(Integer.MIN_VALUE);
      try (ResultSet results = statement.executeQuery(sql)) {
        while (results.next()) {
          consumer.accept(results);
        }
      }
    } catch (SQLException e) {
      throw failed(sql, e);
    }
  }

  /// Runs a LOAD DATA LOCAL statement that reads `content`; the number of rows loaded.
  long load(String sql, InputStream content) {
    try (Statement statement = connection.createStatement();
        LocalInfile infile = new LocalInfile(connection, statement)) {
      infile.offer(content);
      return statement.executeLargeUpdate(sql);
    } catch (SQLException e) {
      switch (e.getErrorCode()) {
        case LOCAL_INFILE_OFF, LOCAL_INFILE_OFF_SERVER, LOCAL_INFILE_OFF_MARIADB ->
            throw DatabaseException.failed(
                "the database refuses LOAD DATA LOCAL: switch it on with SET GLOBAL local_infile = 1",
                e);
        default -> throw failed(sql, e);
      }
    }
  }

  /// Cuts the connection off, whatever it is doing.
  void abort() {
    try {
      connection.abort(Runnable::run);
    } catch (SQLException e) {
      throw failed("abort", e);
    }
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw failed("close", e);
    }
  }

  private void setAutoCommit(boolean on) {
    try {
      connection.setAutoCommit(on);
    } catch (SQLException e) {
      throw failed("SET autocommit", e);
    }
  }

  private void rollBack() {
    try {
      connection.rollback();
      connection.setAutoCommit(true);
    } catch (SQLException e) {
      // The connection is broken: the database rolls back by itself.
    }
  }

  private PreparedStatement prepare(String sql, Object... arguments) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    bind(statement, arguments);
    return statement;
  }

  private static void bind(PreparedStatement statement, Object... arguments) throws SQLException {
    for (int i = 0; i < arguments.length; i++) {
      statement.setObject(i + 1, arguments[i]);
    }
  }

  private static DatabaseException failed(String sql, SQLException e) {
    String shown = sql.length() > MAX_SHOWN ? sql.substring(0, MAX_SHOWN) + "…" : sql;
    String reason = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    String state = Optional.ofNullable(e.getSQLState()).orElse("");
    String problem =
        state.startsWith(CONNECTION_LOST)
            ? "the connection to the database was lost (" + reason + "); run the same command again"
            : "database error " + e.getErrorCode() + " (" + reason + ")";
    return DatabaseException.failed(problem + " in: " + shown, e);
  }

  /// Makes a value of the current row of a result.
  interface Mapper<T> {
    T map(ResultSet row) throws SQLException;
  }

  /// Takes the current row of a result.
  interface Consumer {
    void accept(ResultSet row) throws SQLException;
  }
}
