package jigsaw.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;
import jigsaw.embedded.EmbeddedMariaDb;
import jigsaw.embedded.MariaDbOptions;

/// The database that loads are measured on: the one that `JIGSAW_DB_URL` names, or one of our own.
/// How much CPU time it uses is known of our own only.
public final class EtlDatabase implements AutoCloseable {
  private static final int MEGABYTES = 128;
  private static final String LIVE = "SELECT id FROM catalog_generation WHERE state = 'live'";

  private final Path folder;
  private final String url;
  private final String user;
  private final String password;

  // Replaced when it is restarted.
  private Optional<EmbeddedMariaDb> own;

  private EtlDatabase(
      Optional<EmbeddedMariaDb> own, Path folder, String url, String user, String password) {
    this.own = own;
    this.folder = folder;
    this.url = url;
    this.user = user;
    this.password = password;
  }

  public static EtlDatabase start(Path folder) {
    Map<String, String> environment = System.getenv();
    String given = environment.getOrDefault("JIGSAW_DB_URL", "");
    if (!given.isEmpty()) {
      return new EtlDatabase(
          Optional.empty(),
          folder,
          given,
          environment.getOrDefault("JIGSAW_DB_USER", "jigsaw"),
          environment.getOrDefault("JIGSAW_DB_PASSWORD", ""));
    }
    EmbeddedMariaDb own = EmbeddedMariaDb.start(folder);
    return new EtlDatabase(
        Optional.of(own), folder, own.jdbcUrl(EmbeddedMariaDb.SCHEMA), own.user(), own.password());
  }

  /// What the ETL has to know.
  public Map<String, String> settings() {
    return Map.of(
        "JIGSAW_DB_URL", url,
        "JIGSAW_DB_USER", user,
        "JIGSAW_DB_PASSWORD", password,
        "JIGSAW_BUILT", "yes");
  }

  CleanTables cleanTables(Path folder) {
    return new CleanTables(folder, url, user, password);
  }

  /// 0 for a database that is not our own.
  long cpuMicros() throws IOException {
    return own.isPresent() ? new CpuClock(own.get().pid()).micros() : 0;
  }

  int liveGeneration() throws IOException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(LIVE)) {
      row.next();
      return row.getInt(1);
    } catch (SQLException e) {
      throw new IOException("the database refuses: " + e.getMessage(), e);
    }
  }

  /// A connection to the schema, as the ETL's user.
  public Connection connect() throws SQLException {
    return DriverManager.getConnection(url, user, password);
  }

  /// Kills the database's process (SIGKILL) and starts it again on the same port.
  ///
  /// @return false for a database that is not our own
  public boolean killAndRestart() {
    if (own.isEmpty()) {
      return false;
    }
    EmbeddedMariaDb running = own.get();
    ProcessHandle.of(running.pid()).ifPresent(ProcessHandle::destroyForcibly);
    running.close();
    own = Optional.of(EmbeddedMariaDb.start(folder, new MariaDbOptions(running.port(), MEGABYTES)));
    return true;
  }

  @Override
  public void close() {
    own.ifPresent(EmbeddedMariaDb::close);
  }
}
