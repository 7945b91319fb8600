package jigsaw.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import jigsaw.catalog.GenerationTables;
import jigsaw.catalog.settings.Secret;
import jigsaw.embedded.EmbeddedMariaDb;

/// A database of our own with an invented catalogue, kept for the next run.
public final class BenchCatalogue implements AutoCloseable {
  private static final int FEW = 500;
  private static final String LIVE =
      "SELECT id, products FROM catalog_generation WHERE state = 'live'";

  private final Path home;
  private final Path folder;
  private final int products;
  private final EmbeddedMariaDb database;

  private BenchCatalogue(Path home, Path folder, int products, EmbeddedMariaDb database) {
    this.home = home;
    this.folder = folder;
    this.products = products;
    this.database = database;
  }

  /// Starts the database; makes the catalogue if there is none of this size yet.
  ///
  /// @param home the project's folder
  /// @param folder where databases are kept, one for each size
  public static BenchCatalogue open(Path home, Path folder, int products)
      throws IOException, InterruptedException {
    EmbeddedMariaDb database = EmbeddedMariaDb.start(folder.resolve("db-" + products));
    BenchCatalogue catalogue = new BenchCatalogue(home, folder, products, database);
    try {
      catalogue.load();
      return catalogue;
    } catch (IOException | InterruptedException e) {
      database.close();
      throw e;
    }
  }

  /// Its JDBC address.
  public String url() {
    return database.jdbcUrl(EmbeddedMariaDb.SCHEMA);
  }

  int port() {
    return database.port();
  }

  /// Who may only read.
  public String user() {
    return database.readOnlyUser();
  }

  /// That user's password.
  public Secret password() {
    return Secret.of(Optional.empty(), "JIGSAW_DB_PASSWORD", settings());
  }

  /// What a program that reads the catalogue has to know.
  Map<String, String> settings() {
    return database.readOnlySettings();
  }

  /// How many products it has; their ids are 1 and the following.
  public int products() {
    return products;
  }

  /// The tables of the live generation.
  public GenerationTables tables() throws IOException {
    return new GenerationTables(liveGeneration());
  }

  /// The targets of a few products, for caches.
  Path fewProducts() throws IOException {
    int step = Math.max(1, products / FEW);
    return targets(
        "few-products", IntStream.range(0, Math.min(FEW, products)).map(i -> 1 + i * step));
  }

  /// The targets of all products.
  Path allProducts() throws IOException {
    return targets("all-products", IntStream.rangeClosed(1, products));
  }

  /// What product pages ask for.
  PageViews pageViews() throws IOException {
    return PageViews.write(folder, this, tables());
  }

  /// A connection of the user who may do everything.
  Connection connect() throws SQLException {
    return DriverManager.getConnection(url(), database.user(), database.password());
  }

  @Override
  public void close() {
    database.close();
  }

  private Path targets(String name, IntStream ids) throws IOException {
    return Files.write(folder.resolve(name), ids.mapToObj(id -> "/products/" + id).toList());
  }

  private void load() throws IOException, InterruptedException {
    if (liveGeneration() > 0) {
      return;
    }
    Path csv = folder.resolve("csv");
    run(Map.of(), "generate", "--out", csv.toString(), "--products", Integer.toString(products));
    run(database.settings(), "etl", "--csv", csv.toString());
  }

  private void run(Map<String, String> settings, String... arguments)
      throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(home.resolve("jigsaw").toString()).inheritIO();
    builder.command().addAll(List.of(arguments));
    builder.environment().putAll(settings);
    builder.environment().put("JIGSAW_BUILT", "yes");
    if (builder.start().waitFor() != 0) {
      throw new IOException("jigsaw " + String.join(" ", arguments) + " failed");
    }
  }

  /// 0 if there is none yet.
  private int liveGeneration() throws IOException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(LIVE)) {
      return row.next() ? row.getInt(1) : 0;
    } catch (SQLException e) {
      if ("42S02".equals(e.getSQLState())) {
        return 0;
      }
      throw new IOException("the database refuses", e);
    }
  }
}
