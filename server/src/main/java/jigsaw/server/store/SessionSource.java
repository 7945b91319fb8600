package jigsaw.server.store;

import java.sql.SQLException;

/// Where a database thread gets its session from.
interface SessionSource {
  /// A session for the caller alone, who closes it.
  Session take() throws SQLException;

  /// Whether a session may still be used.
  boolean isCurrent(Session session);
}
