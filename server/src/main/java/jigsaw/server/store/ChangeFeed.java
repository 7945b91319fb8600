package jigsaw.server.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// Reads from the database which products of the live generation have changed. For one thread.
final class ChangeFeed {
  /// One look-up is to end well within the limit for any query, however much has changed since the
  /// generation was loaded.
  static final int PART = 50_000;

  private static final String CHANGES =
      "SELECT product_id, seq FROM catalog_change WHERE generation = ? AND seq > ?"
          + " ORDER BY seq LIMIT "
          + PART;
  private static final int NO_SUCH_TABLE = 1146;

  private @Nullable LiveCatalogue live;

  /// The generation with all its changes up to now.
  LiveCatalogue read(Connection connection, Generation generation) throws SQLException {
    LiveCatalogue known = live;
    LiveCatalogue current =
        known != null && known.generation().equals(generation)
            ? known
            : new LiveCatalogue(generation, new ChangeStamps());
    // If it fails, it is gone on with where it has come to.
    live = current;
    follow(connection, current);
    return current;
  }

  private static void follow(Connection connection, LiveCatalogue catalogue) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(CHANGES)) {
      statement.setInt(1, catalogue.generation().id());
      boolean more = true;
      while (more) {
        more = readPart(statement, catalogue.stamps()) == PART;
      }
    } catch (SQLException e) {
      // Loaded by a version that knew no changes.
      if (e.getErrorCode() != NO_SUCH_TABLE) {
        throw e;
      }
    }
  }

  /// The number of changes read.
  private static int readPart(PreparedStatement statement, ChangeStamps stamps)
      throws SQLException {
    statement.setLong(2, stamps.latest());
    try (ResultSet row = statement.executeQuery()) {
      int read = 0;
      long last = 0;
      while (row.next()) {
        last = row.getLong(2);
        stamps.changed(row.getInt(1), last);
        read++;
      }
      if (read > 0) {
        stamps.sawAll(last);
      }
      return read;
    }
  }
}
