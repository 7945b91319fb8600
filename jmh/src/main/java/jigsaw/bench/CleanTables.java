package jigsaw.bench;

import com.mysql.cj.jdbc.JdbcStatement;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import jigsaw.catalog.GenerationTables;
import jigsaw.catalog.Schema;
import jigsaw.catalog.settings.DatabaseTls;

/// The rows of a catalogue as clean files in the order of their keys, and the least that can be
/// done to load them: one plain LOAD DATA LOCAL a table, into the same tables as the ETL's, checks
/// on, nothing read, judged or verified.
final class CleanTables {
  /// Far from the generations of the ETL.
  private static final GenerationTables SCRATCH = new GenerationTables(999_999);

  /// The tables of rows, each with its key.
  private static final Map<String, String> KEYS =
      Map.of(
          "product", "id",
          "feature", "product_id, id",
          "style", "product_id, id",
          "photo", "style_id, id",
          "sku", "style_id, id",
          "related", "product_id, id");

  private static final List<String> TABLES =
      List.of("product", "feature", "style", "photo", "sku", "related");

  private final Path folder;
  private final String url;
  private final Properties login = new Properties();

  CleanTables(Path folder, String url, String user, String password) {
    this.folder = folder;
    this.url = url;
    // As the ETL connects, so that both loads cost the same on the way.
    login.putAll(DatabaseTls.properties(url));
    login.setProperty("user", user);
    login.setProperty("password", password);
    login.setProperty("allowLoadLocalInfile", "true");
  }

  /// Writes the files from the rows of a generation.
  void export(int generation) throws IOException {
    GenerationTables tables = new GenerationTables(generation);
    Files.createDirectories(folder);
    try (Connection connection = connect()) {
      for (String table : TABLES) {
        String sql = "SELECT * FROM " + tables.name(table) + " ORDER BY " + KEYS.get(table);
        write(connection, sql, folder.resolve(table + ".tsv"));
      }
    } catch (SQLException e) {
      throw new IOException("the rows cannot be read: " + e.getMessage(), e);
    }
  }

  /// Makes the tables, loads the files into them and drops them.
  ///
  /// @return the seconds that loading took
  double load() throws IOException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      drop(statement);
      for (String sql : Schema.generation(SCRATCH)) {
        statement.execute(sql);
      }
      long start = System.nanoTime();
      for (String table : TABLES) {
        try (InputStream file = Files.newInputStream(folder.resolve(table + ".tsv"))) {
          statement.unwrap(JdbcStatement.class).setLocalInfileInputStream(file);
          statement.execute(
              "LOAD DATA LOCAL INFILE 'rows' INTO TABLE "
                  + SCRATCH.name(table)
                  + " CHARACTER SET utf8mb4");
        }
      }
      double seconds = (System.nanoTime() - start) / 1e9;
      drop(statement);
      return seconds;
    } catch (SQLException e) {
      throw new IOException("the clean files cannot be loaded: " + e.getMessage(), e);
    }
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection(url, login);
  }

  private static void drop(Statement statement) throws SQLException {
    for (String table : Schema.GENERATION_TABLES) {
      statement.execute("DROP TABLE IF EXISTS " + SCRATCH.name(table));
    }
  }

  private static void write(Connection connection, String sql, Path file)
      throws SQLException, IOException {
    try (Statement statement = connection.createStatement();
        OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
      // The driver's way to ask for rows one by one.
      statement.setFetchSize(Integer.MIN_VALUE);
      try (ResultSet row = statement.executeQuery(sql)) {
        int columns = row.getMetaData().getColumnCount();
        StringBuilder line = new StringBuilder();
        while (row.next()) {
          line.setLength(0);
          for (int column = 1; column <= columns; column++) {
            String value = row.getString(column);
            line.append(value == null ? "\\N" : escaped(value));
            line.append(column == columns ? '\n' : '\t');
          }
          out.write(line.toString().getBytes(StandardCharsets.UTF_8));
        }
      }
    }
  }

  private static String escaped(String value) {
    return value.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n");
  }
}
