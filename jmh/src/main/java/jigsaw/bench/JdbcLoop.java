package jigsaw.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import jigsaw.catalog.settings.DatabaseTls;

/// The least that a program does that fetches product documents by random ids: a few threads, each
/// with a connection and a prepared statement of its own. Told a number of seconds on its standard
/// input, it works so long and prints how many documents it fetched.
final class JdbcLoop {
  private static final int THREADS = 4;

  private JdbcLoop() {}

  /// Arguments: JDBC address, user, table, number of products; password in `JIGSAW_DB_PASSWORD`.
  public static void main(String[] arguments) throws IOException, InterruptedException {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    String line = in.readLine();
    while (line != null) {
      System.out.println(work(arguments, Integer.parseInt(line)));
      line = in.readLine();
    }
  }

  private static long work(String[] arguments, int seconds) throws InterruptedException {
    long end = System.nanoTime() + seconds * 1_000_000_000L;
    AtomicLong fetched = new AtomicLong();
    Thread[] threads = new Thread[THREADS];
    for (int i = 0; i < THREADS; i++) {
      threads[i] = Thread.ofPlatform().start(() -> fetched.addAndGet(fetch(arguments, end)));
    }
    for (Thread thread : threads) {
      thread.join();
    }
    return fetched.get();
  }

  private static long fetch(String[] arguments, long end) {
    long count = 0;
    int products = Integer.parseInt(arguments[3]);
    String sql = "SELECT body FROM " + arguments[2] + " WHERE product_id = ?";
    try (Connection connection = DriverManager.getConnection(arguments[0], properties(arguments));
        PreparedStatement statement = connection.prepareStatement(sql)) {
      while (System.nanoTime() < end) {
        statement.setInt(1, 1 + ThreadLocalRandom.current().nextInt(products));
        try (ResultSet row = statement.executeQuery()) {
          count += row.next() && row.getBytes(1).length > 0 ? 1 : 0;
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the database refuses", e);
    }
    return count;
  }

  private static Properties properties(String[] arguments) {
    Properties properties = new Properties();
    properties.putAll(DatabaseTls.properties(arguments[0]));
    properties.setProperty("user", arguments[1]);
    properties.setProperty(
        "password", Optional.ofNullable(System.getenv("JIGSAW_DB_PASSWORD")).orElse(""));
    properties.setProperty("useConfigs", "maxPerformance");
    properties.setProperty("useServerPrepStmts", "true");
    properties.setProperty("cachePrepStmts", "true");
    return properties;
  }
}
