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

/// The database that loads are measured on: the one that `JIGSAW_DB_URL` names, or one of our own.
/// How much CPU time it uses is known of our own only.
final class EtlDatabase implements AutoCloseable {
  private static final String LIVE = "SELECT id FROM catalog_generation WHERE state = 'live'";

  private final Optional<EmbeddedMariaDb> own;
  private final String url;
  private final String user;
  private final String password;

  private EtlDatabase(Optional<EmbeddedMariaDb> own, String url, String user, String password) {
    this.own = own;
    this.url = url;
    this.user = user;
    this.password = password;
  }

  static EtlDatabase start(Path folder) {
    Map<String, String> environment = System.getenv();
    String given = environment.getOrDefault("JIGSAW_DB_URL", "");
    if (!given.isEmpty()) {
      return new EtlDatabase(
          Optional.empty(),
          given,
          environment.getOrDefault("JIGSAW_DB_USER", "jigsaw"),
          environment.getOrDefault("JIGSAW_DB_PASSWORD", ""));
    }
    EmbeddedMariaDb own = EmbeddedMariaDb.start(folder);
    return new EtlDatabase(
        Optional.of(own), own.jdbcUrl(EmbeddedMariaDb.SCHEMA), own.user(), own.password());
  }

  /// What the ETL has to know.
  Map<String, String> settings() {
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

  @Override
  public void close() {
    own.ifPresent(EmbeddedMariaDb::close);
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection(url, user, password);
  }
}
