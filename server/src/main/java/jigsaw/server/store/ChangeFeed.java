package jigsaw.server.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// Reads from the database which products of the live generation have changed. For one thread.
final class ChangeFeed {
  private static final String CHANGES =
      "SELECT MOD(product_id, "
          + ChangeStamps.SLOTS
          + "), MAX(seq) FROM catalog_change WHERE generation = ? AND seq > ? GROUP BY 1";
  private static final int NO_SUCH_TABLE = 1146;

  private @Nullable LiveCatalogue live;

  /// The generation with all its changes up to now.
  LiveCatalogue read(Connection connection, Generation generation) throws SQLException {
    LiveCatalogue known = live;
    LiveCatalogue current =
        known != null && known.generation().equals(generation)
            ? known
            : new LiveCatalogue(generation, new ChangeStamps());
    follow(connection, current);
    live = current;
    return current;
  }

  private static void follow(Connection connection, LiveCatalogue catalogue) throws SQLException {
    ChangeStamps stamps = catalogue.stamps();
    long latest = stamps.latest();
    try (PreparedStatement statement = connection.prepareStatement(CHANGES)) {
      statement.setInt(1, catalogue.generation().id());
      statement.setLong(2, latest);
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          stamps.changed(row.getInt(1), row.getLong(2));
          latest = Math.max(latest, row.getLong(2));
        }
      }
    } catch (SQLException e) {
      // Loaded by a version that knew no changes.
      if (e.getErrorCode() != NO_SUCH_TABLE) {
        throw e;
      }
    }
    if (latest > stamps.latest()) {
      stamps.sawAll(latest);
    }
  }
}
