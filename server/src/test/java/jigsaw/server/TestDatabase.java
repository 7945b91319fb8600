package jigsaw.server;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import jigsaw.catalog.CatalogJson;
import jigsaw.catalog.GenerationTables;
import jigsaw.catalog.GzipEncoder;
import jigsaw.catalog.Schema;
import jigsaw.embedded.EmbeddedMariaDb;
import jigsaw.embedded.MariaDbOptions;

/// An embedded MariaDB that tests load catalogues into, without the ETL.
final class TestDatabase implements AutoCloseable {
  private final CatalogJson json = new CatalogJson();
  private final EmbeddedMariaDb database;

  private TestDatabase(EmbeddedMariaDb database) {
    this.database = database;
  }

  static TestDatabase start(Path folder) {
    return new TestDatabase(EmbeddedMariaDb.start(folder));
  }

  /// One that is run by somebody else, who also stops it.
  static TestDatabase of(EmbeddedMariaDb database) {
    return new TestDatabase(database);
  }

  /// On a port that was used before.
  static TestDatabase start(Path folder, int port) {
    return new TestDatabase(EmbeddedMariaDb.start(folder, new MariaDbOptions(port, 128)));
  }

  int port() {
    return database.port();
  }

  long pid() {
    return database.pid();
  }

  String url() {
    return database.jdbcUrl(EmbeddedMariaDb.SCHEMA);
  }

  String readOnlyUser() {
    return database.readOnlyUser();
  }

  String readOnlyPassword() {
    return database.readOnlyPassword();
  }

  /// Loads a generation; its styles documents are gzip, its product documents are not.
  void load(int generation, List<CatalogueEntry> entries) throws SQLException {
    GenerationTables tables = new GenerationTables(generation);
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      for (String sql : Schema.shared()) {
        statement.execute(sql);
      }
      for (String sql : Schema.generation(tables)) {
        statement.execute(sql);
      }
      connection.setAutoCommit(false);
      for (int index = 0; index < entries.size(); index++) {
        insert(connection, tables, entries.get(index), index + 1);
      }
      execute(
          connection,
          "INSERT INTO catalog_generation (id, state, schema_version, products, started_at)"
              + " VALUES (?, 'loading', ?, ?, NOW(3))",
          generation,
          Schema.VERSION,
          entries.size());
      connection.commit();
    }
  }

  void goLive(int generation) throws SQLException {
    try (Connection connection = connect()) {
      execute(
          connection,
          "UPDATE catalog_generation SET state = CASE WHEN id = ? THEN 'live'"
              + " WHEN state = 'live' THEN 'previous' ELSE state END",
          generation);
    }
  }

  /// Changes the styles document of a product as the ETL does it, with the number of the change.
  void changeStyles(int generation, int product, int number, byte[] json) throws SQLException {
    try (Connection connection = connect();
        GzipEncoder gzip = new GzipEncoder(6)) {
      connection.setAutoCommit(false);
      execute(
          connection,
          "UPDATE "
              + new GenerationTables(generation).stylesDocument()
              + " SET body = ? WHERE product_id = ?",
          gzip.encode(json),
          product);
      execute(
          connection,
          "REPLACE INTO catalog_change (generation, product_id, seq) VALUES (?, ?, ?)",
          generation,
          product,
          number);
      connection.commit();
    }
  }

  void execute(String sql) throws SQLException {
    try (Connection connection = connect()) {
      execute(connection, sql, new Object[0]);
    }
  }

  /// A connection with all rights.
  Connection connect() throws SQLException {
    return DriverManager.getConnection(url(), database.user(), database.password());
  }

  @Override
  public void close() {
    database.close();
  }

  private void insert(
      Connection connection, GenerationTables tables, CatalogueEntry entry, int position)
      throws SQLException {
    var product = entry.product();
    execute(
        connection,
        "INSERT INTO " + tables.product() + " VALUES (?, ?, ?, ?, ?, ?, ?)",
        product.id(),
        position,
        product.name(),
        product.slogan(),
        product.description(),
        product.category(),
        product.defaultPrice().toString());
    int row = 1;
    for (int related : entry.related()) {
      execute(
          connection,
          "INSERT INTO " + tables.related() + " VALUES (?, ?, ?)",
          product.id(),
          row++,
          related);
    }
    execute(
        connection,
        "INSERT INTO " + tables.productDocument() + " VALUES (?, ?)",
        product.id(),
        json.product(product, entry.features()));
    try (GzipEncoder gzip = new GzipEncoder(6)) {
      execute(
          connection,
          "INSERT INTO " + tables.stylesDocument() + " VALUES (?, ?)",
          product.id(),
          gzip.encode(json.styles(product.id(), entry.styles())));
    }
  }

  private static void execute(Connection connection, String sql, Object... values)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int index = 0; index < values.length; index++) {
        statement.setObject(index + 1, values[index]);
      }
      statement.executeUpdate();
    }
  }
}
