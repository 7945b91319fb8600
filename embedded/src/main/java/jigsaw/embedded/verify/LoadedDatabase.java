package jigsaw.embedded.verify;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import jigsaw.embedded.EmbeddedMariaDb;
import jigsaw.embedded.MariaDbOptions;

/// The database that is loaded: one of our own, which may be killed and has a user who may only
/// read, or another one.
final class LoadedDatabase implements AutoCloseable {
  private static final int MEGABYTES = 128;

  private final Path folder;
  private final String url;
  private final String user;
  private final String password;

  // Replaced when it is restarted.
  private Optional<EmbeddedMariaDb> own;

  // Set when it was found to have ended by itself.
  private boolean aborted;

  private LoadedDatabase(
      Optional<EmbeddedMariaDb> own, Path folder, String url, String user, String password) {
    this.own = own;
    this.folder = folder;
    this.url = url;
    this.user = user;
    this.password = password;
  }

  /// Starts one with its data in `folder`.
  static LoadedDatabase own(Path folder) {
    EmbeddedMariaDb own = EmbeddedMariaDb.start(folder, new MariaDbOptions(0, MEGABYTES));
    return new LoadedDatabase(
        Optional.of(own), folder, own.jdbcUrl(EmbeddedMariaDb.SCHEMA), own.user(), own.password());
  }

  static LoadedDatabase other(String url, String user, String password) {
    return new LoadedDatabase(Optional.empty(), Path.of(""), url, user, password);
  }

  /// What the ETL has to know.
  Map<String, String> settings() {
    return Map.of("JIGSAW_DB_URL", url, "JIGSAW_DB_USER", user, "JIGSAW_DB_PASSWORD", password);
  }

  /// The same for a user who may only read; nothing if none is known.
  Optional<Map<String, String>> readOnlySettings() {
    return own.map(EmbeddedMariaDb::readOnlySettings);
  }

  /// A connection to the schema, as the ETL's user.
  Connection connect() throws SQLException {
    return DriverManager.getConnection(url, user, password);
  }

  boolean isOwn() {
    return own.isPresent();
  }

  /// Kills the database's process (SIGKILL) and starts it again on the same port, if it is our own.
  void killAndRestart() {
    own =
        own.map(running -> {
          running.kill();
          return EmbeddedMariaDb.start(folder, new MariaDbOptions(running.port(), MEGABYTES));
        });
  }

  /// Starts it again if it has ended by itself.
  void restartIfDown() {
    if (own.isPresent()
        && ProcessHandle.of(own.get().pid()).filter(ProcessHandle::isAlive).isEmpty()) {
      aborted = true;
      killAndRestart();
    }
  }

  boolean hasAborted() {
    return aborted;
  }

  @Override
  public void close() {
    own.ifPresent(EmbeddedMariaDb::close);
  }
}
