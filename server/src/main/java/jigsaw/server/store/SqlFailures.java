package jigsaw.server.store;

import java.net.SocketTimeoutException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;

/// Tells failures of a connection from failures of a statement.
final class SqlFailures {
  private static final String CONNECTION_CLASS = "08";
  // The server ended the query or the connection (KILL, shutdown).
  private static final String KILLED = "70100";

  private SqlFailures() {}

  /// Whether the connection is of no more use; another one may well be.
  static boolean isConnectionFailure(SQLException failure) {
    String state = failure.getSQLState();
    return failure instanceof SQLRecoverableException
        || failure instanceof SQLTransientConnectionException
        || failure instanceof SQLNonTransientConnectionException
        || (state != null && (state.startsWith(CONNECTION_CLASS) || state.equals(KILLED)));
  }

  /// Whether the database said nothing for as long as the connection waits.
  static boolean isTimeout(SQLException failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SocketTimeoutException) {
        return true;
      }
    }
    return false;
  }

  /// A failure in one line for the log. Connector/J names user and host, never a password.
  static String describe(SQLException failure) {
    return String.valueOf(failure.getMessage()).lines().findFirst().orElse("")
        + " (SQL state "
        + failure.getSQLState()
        + ")";
  }
}
