package jigsaw.etl;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.DataFormatException;
import jigsaw.catalog.Document;
import jigsaw.catalog.GzipDecoder;
import jigsaw.catalog.Schema;
import jigsaw.catalog.settings.Secret;
import jigsaw.embedded.EmbeddedMariaDb;
import jigsaw.etl.load.Database;
import jigsaw.etl.load.Session;

/// One schema of an embedded database, looked at as any client would.
final class TestSchema implements AutoCloseable {
  private final EmbeddedMariaDb database;
  private final String name;
  private final Connection connection;

  TestSchema(EmbeddedMariaDb database, String name) throws SQLException {
    this.database = database;
    this.name = name;
    this.connection =
        DriverManager.getConnection(
            database.jdbcUrl(name) + "?createDatabaseIfNotExist=true",
            database.user(),
            database.password());
  }

  /// What the program needs to find this schema.
  Map<String, String> environment() {
    return new HashMap<>(
        Map.of(
            "JIGSAW_DB_URL", database.jdbcUrl(name),
            "JIGSAW_DB_USER", database.user(),
            "JIGSAW_DB_PASSWORD", database.password()));
  }

  /// The database as the program knows it.
  Database database() {
    Secret password = Secret.of(Optional.empty(), "JIGSAW_DB_PASSWORD", environment());
    return new Database(database.jdbcUrl(name), database.user(), password);
  }

  /// A session of the program's own kind.
  Session open() {
    return database().open();
  }

  void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /// All rows of a query, columns divided by a bar.
  List<String> query(String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet results = statement.executeQuery(sql)) {
      List<String> rows = new ArrayList<>();
      while (results.next()) {
        StringBuilder row = new StringBuilder();
        for (int column = 1; column <= results.getMetaData().getColumnCount(); column++) {
          row.append(column == 1 ? "" : "|").append(results.getString(column));
        }
        rows.add(row.toString());
      }
      return rows;
    }
  }

  /// The documents of a table as JSON, by product.
  List<String> documents(String table) throws SQLException, DataFormatException {
    try (Statement statement = connection.createStatement();
        GzipDecoder gzip = new GzipDecoder();
        ResultSet results =
            statement.executeQuery("SELECT body FROM " + table + " ORDER BY product_id")) {
      List<String> documents = new ArrayList<>();
      while (results.next()) {
        byte[] body = results.getBytes(1);
        byte[] json = Document.isGzip(body) ? gzip.decode(body) : body;
        documents.add(new String(json, StandardCharsets.UTF_8));
      }
      return documents;
    }
  }

  /// Everything that one generation's tables hold, documents as their bytes.
  List<String> content(int generation) throws SQLException {
    List<String> all = new ArrayList<>();
    for (String table : Schema.GENERATION_TABLES) {
      boolean documents = table.endsWith("_document");
      all.addAll(
          query(
              "SELECT "
                  + (documents ? "product_id, HEX(body)" : "*")
                  + " FROM "
                  + table
                  + "_g"
                  + generation
                  + " ORDER BY 1, 2"));
    }
    return all;
  }

  List<String> states() throws SQLException {
    return query("SELECT id, state FROM catalog_generation ORDER BY id");
  }

  /// The tables of any generation.
  List<String> tables() throws SQLException {
    return query(
        "SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE() "
            + "AND table_name REGEXP '_g[0-9]+$' ORDER BY 1");
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
