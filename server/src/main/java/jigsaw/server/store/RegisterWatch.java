package jigsaw.server.store;

import com.mysql.cj.jdbc.Driver;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.sql.Statement;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import jigsaw.catalog.Schema;
import org.jspecify.annotations.Nullable;

/// Reads the register of generations and the changes in the live one again and again on a
/// connection of its own, and so knows whether the database answers and what it shows.
final class RegisterWatch implements AutoCloseable {
  /// With the number of a generation, this tells it from every other one.
  static final String LOAD_TIME = "DATE_FORMAT(started_at, '%Y%m%d%H%i%s%f')";

  private static final String LIVE =
      "SELECT id, products, schema_version, "
          + LOAD_TIME
          + " FROM catalog_generation WHERE state = 'live'";
  private static final int NO_SUCH_TABLE = 1146;

  private final StoreSettings settings;
  private final Semaphore wakeUp = new Semaphore(0);
  private @Nullable Thread thread;
  // Set by any thread, before it wakes the watching one.
  private volatile boolean suspicious;
  // Owned by the watching thread.
  private @Nullable Connection connection;
  private final ChangeFeed changes = new ChangeFeed();

  RegisterWatch(StoreSettings settings) {
    this.settings = settings;
  }

  /// Told after every look; runs on the watching thread.
  interface Listener {
    /// The database answers; empty if no generation is live that this program can read.
    void reachable(Optional<LiveCatalogue> live);

    void unreachable(SQLException why);
  }

  /// Looks again now. Any thread.
  void hurry() {
    wakeUp.release();
  }

  /// Looks again now, through a new connection. Any thread.
  void suspect() {
    suspicious = true;
    wakeUp.release();
  }

  /// Once.
  void start(Listener listener) {
    thread = Thread.ofPlatform().daemon().name("jigsaw-db-register").start(() -> watch(listener));
  }

  @Override
  public void close() {
    if (thread != null) {
      thread.interrupt();
    }
  }

  private void watch(Listener listener) {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        look(listener);
        if (wakeUp.tryAcquire(settings.pollInterval().toMillis(), TimeUnit.MILLISECONDS)) {
          wakeUp.drainPermits();
          if (suspicious) {
            suspicious = false;
            disconnect();
          }
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      disconnect();
    }
  }

  private void look(Listener listener) {
    boolean reused = connection != null;
    try {
      listener.reachable(readLive());
    } catch (SQLException e) {
      disconnect();
      if (reused && !SqlFailures.isTimeout(e)) {
        // Perhaps only this connection is broken; a database that hangs is not asked twice.
        wakeUp.release();
      } else {
        listener.unreachable(e);
      }
    }
  }

  private Optional<LiveCatalogue> readLive() throws SQLException {
    Connection asked = connect();
    Optional<Generation> live = readRegister(asked);
    return live.isPresent() ? Optional.of(changes.read(asked, live.get())) : Optional.empty();
  }

  private static Optional<Generation> readRegister(Connection asked) throws SQLException {
    try (Statement statement = asked.createStatement();
        ResultSet row = statement.executeQuery(LIVE)) {
      if (!row.next() || row.getInt(3) != Schema.VERSION) {
        return Optional.empty();
      }
      int id = row.getInt(1);
      return Optional.of(new Generation(id, id + "-" + row.getString(4), row.getLong(2)));
    } catch (SQLException e) {
      if (e.getErrorCode() == NO_SUCH_TABLE) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private Connection connect() throws SQLException {
    Connection known = connection;
    if (known != null) {
      return known;
    }
    Connection made = new Driver().connect(settings.url(), ConnectionPool.properties(settings));
    if (made == null) {
      throw new SQLTransientConnectionException("the driver refuses the URL", "08001");
    }
    made.setReadOnly(true);
    connection = made;
    return made;
  }

  private void disconnect() {
    Connection old = connection;
    connection = null;
    if (old != null) {
      try {
        old.close();
      } catch (SQLException e) {
        // It was broken, or is not needed any more.
      }
    }
  }
}
