package jigsaw.etl.load;

import com.mysql.cj.conf.PropertyKey;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import jigsaw.catalog.settings.DatabaseTls;
import jigsaw.catalog.settings.Secret;

/// The database that is loaded: its address and who asks. Opens sessions.
public final class Database {
  private static final int UNKNOWN_DATABASE = 1049;
  private static final int ACCESS_DENIED = 1045;
  private static final int SCHEMA_DENIED = 1044;
  private static final int TLS_WANTED = 3159;
  private static final int CONNECT_MILLIS = 5_000;

  /// Loads and drops take long; a strict mode makes bad values errors; a lock that a dead client
  /// still holds is waited for, but not for ever.
  private static final String SESSION =
      "SET SESSION sql_mode = 'STRICT_ALL_TABLES,NO_ENGINE_SUBSTITUTION', wait_timeout = 86400,"
          + " net_read_timeout = 3600, net_write_timeout = 3600, lock_wait_timeout = 300,"
          + " time_zone = '+00:00'";

  private final String url;
  private final String user;
  private final Secret password;

  public Database(String url, String user, Secret password) {
    this.url = url;
    this.user = user;
    this.password = password;
  }

  /// Opens a session of our own; the schema is made if it does not exist.
  ///
  /// @throws DatabaseException if that is impossible; says what to do
  public Session open() {
    try {
      return start(false);
    } catch (SQLException e) {
      if (e.getErrorCode() != UNKNOWN_DATABASE) {
        throw explain(e);
      }
      return openNewSchema();
    }
  }

  /// The address without any password.
  @Override
  public String toString() {
    return url;
  }

  private Session openNewSchema() {
    try {
      return start(true);
    } catch (SQLException e) {
      throw DatabaseException.unavailable(
          "the schema of "
              + url
              + " does not exist and user '"
              + user
              + "' may not create it: "
              + e.getMessage(),
          e);
    }
  }

  private Session start(boolean createSchema) throws SQLException {
    Properties properties = new Properties();
    properties.putAll(DatabaseTls.properties(url));
    properties.setProperty(PropertyKey.USER.getKeyName(), user);
    properties.setProperty(PropertyKey.PASSWORD.getKeyName(), password.reveal());
    properties.setProperty(
        PropertyKey.connectTimeout.getKeyName(), Integer.toString(CONNECT_MILLIS));
    properties.setProperty(
        PropertyKey.createDatabaseIfNotExist.getKeyName(), Boolean.toString(createSchema));
    // A batch goes as one statement of many rows.
    properties.setProperty(PropertyKey.rewriteBatchedStatements.getKeyName(), "true");
    // Announces LOAD DATA LOCAL to the server but lets it name no file; see LocalInfile.
    properties.setProperty(PropertyKey.allowLoadLocalInfileInPath.getKeyName(), "");
    Connection connection = DriverManager.getConnection(url, properties);
    Session session = new Session(connection);
    session.execute(SESSION);
    return session;
  }

  private DatabaseException explain(SQLException e) {
    String message =
        switch (e.getErrorCode()) {
          case ACCESS_DENIED ->
              "user '"
                  + user
                  + "' was refused at "
                  + url
                  + ": check JIGSAW_DB_USER and JIGSAW_DB_PASSWORD"
                  + " (a user that must use TLS needs ?sslMode=REQUIRED in JIGSAW_DB_URL)";
          case SCHEMA_DENIED ->
              "user '"
                  + user
                  + "' has no rights on the schema of "
                  + url
                  + ": grant them, or check JIGSAW_DB_URL";
          case TLS_WANTED ->
              "the database at " + url + " wants TLS: add ?sslMode=REQUIRED to JIGSAW_DB_URL";
          default ->
              "no database can be reached at "
                  + url
                  + ": check that it runs and that JIGSAW_DB_URL is right ("
                  + reason(e)
                  + ")";
        };
    return DatabaseException.unavailable(message, e);
  }

  private static String reason(SQLException e) {
    Throwable root = e;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return String.valueOf(root.getMessage());
  }
}
