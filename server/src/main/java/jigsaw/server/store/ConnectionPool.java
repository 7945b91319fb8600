package jigsaw.server.store;

import com.mysql.cj.jdbc.Driver;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Properties;
import jigsaw.catalog.settings.DatabaseTls;
import org.jspecify.annotations.Nullable;

/// Supplies the database threads with connections while the database answers.
///
/// HikariCP tries again with growing pauses while a database is away, and goes on pausing when it
/// is back. So the pool is thrown away when the database goes and made anew when it comes.
final class ConnectionPool implements SessionSource {
  // HikariCP refuses to wait for less.
  private static final long MIN_WAIT_MILLIS = 250;

  /// One of several databases that failed is not tried for so long.
  private static final long AVOIDED_MILLIS = 1_000;

  private final StoreSettings settings;
  // Written by the register's thread only.
  private volatile @Nullable HikariDataSource pool;

  ConnectionPool(StoreSettings settings) {
    this.settings = settings;
  }

  /// Connection properties that every connection of the server shares.
  static Properties properties(StoreSettings settings) {
    Properties properties = new Properties();
    properties.putAll(DatabaseTls.properties(settings.url()));
    properties.setProperty("user", settings.user());
    properties.setProperty("password", settings.password().reveal());
    properties.setProperty("useConfigs", "maxPerformance");
    properties.setProperty("useServerPrepStmts", "true");
    properties.setProperty("cachePrepStmts", "true");
    properties.setProperty("prepStmtCacheSqlLimit", "4096");
    properties.setProperty("connectTimeout", millis(settings.connectTimeout().toMillis()));
    properties.setProperty("socketTimeout", millis(settings.queryTimeout().toMillis()));
    // Of several databases any will do to read from, whichever are away. These say nothing where
    // there is one.
    properties.setProperty("readFromSourceWhenNoReplicas", "true");
    properties.setProperty("allowSourceDownConnections", "true");
    properties.setProperty("allowReplicaDownConnections", "true");
    // Who is away is asked once, not 120 times with a quarter of a second between.
    properties.setProperty("retriesAllDown", "1");
    properties.setProperty("loadBalanceBlocklistTimeout", millis(AVOIDED_MILLIS));
    return properties;
  }

  @Override
  public Session take() throws SQLException {
    HikariDataSource source = pool;
    if (source == null) {
      throw new SQLTransientConnectionException("the database does not answer", "08001");
    }
    return new Session(source.getConnection(), source);
  }

  /// Whether a session comes from the pool of now, not from one that was thrown away.
  @Override
  public boolean isCurrent(Session session) {
    return session.isFrom(pool);
  }

  void open() {
    HikariConfig config = new HikariConfig();
    config.setPoolName("jigsaw-db");
    config.setDriverClassName(Driver.class.getName());
    config.setJdbcUrl(settings.url());
    config.setDataSourceProperties(properties(settings));
    config.setUsername(settings.user());
    config.setPassword(settings.password().reveal());
    // With a source and replicas, this is what sends questions to the replicas.
    config.setReadOnly(true);
    config.setMaximumPoolSize(settings.connections());
    config.setConnectionTimeout(Math.max(MIN_WAIT_MILLIS, settings.connectTimeout().toMillis()));
    config.setValidationTimeout(MIN_WAIT_MILLIS);
    // The server starts without a database, too.
    config.setInitializationFailTimeout(-1);
    close();
    pool = new HikariDataSource(config);
  }

  void close() {
    HikariDataSource old = pool;
    pool = null;
    if (old != null) {
      // Waits for connections in use.
      Thread.ofVirtual().name("jigsaw-db-close").start(old::close);
    }
  }

  int activeConnections() {
    HikariDataSource source = pool;
    var bean = source == null ? null : source.getHikariPoolMXBean();
    return bean == null ? 0 : bean.getTotalConnections();
  }

  private static String millis(long millis) {
    return Long.toString(millis);
  }
}
