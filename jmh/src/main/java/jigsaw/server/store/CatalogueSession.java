package jigsaw.server.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import jigsaw.bench.BenchCatalogue;
import jigsaw.catalog.GenerationTables;

/// A session, as the server's threads have one, on an embedded MariaDB with 100,000 generated
/// products. The first one makes and loads them, which takes a minute.
final class CatalogueSession implements AutoCloseable {
  private static final int PRODUCTS = 100_000;
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final BenchCatalogue catalogue;
  private final Session session;

  private CatalogueSession(BenchCatalogue catalogue, Session session) {
    this.catalogue = catalogue;
    this.session = session;
  }

  static CatalogueSession open() throws IOException, InterruptedException, SQLException {
    Path home = Path.of(System.getenv().getOrDefault("JIGSAW_HOME", "")).toAbsolutePath();
    Path folder = Files.createDirectories(home.resolve(".jigsaw").resolve("bench"));
    BenchCatalogue catalogue = BenchCatalogue.open(home, folder, PRODUCTS);
    try {
      var properties = ConnectionPool.properties(settings(catalogue));
      var connection = DriverManager.getConnection(catalogue.url(), properties);
      return new CatalogueSession(catalogue, new Session(connection, catalogue));
    } catch (SQLException e) {
      catalogue.close();
      throw e;
    }
  }

  Session session() {
    return session;
  }

  GenerationTables tables() throws IOException {
    return catalogue.tables();
  }

  /// The statements that the server asks this catalogue with.
  GenerationSql sql() throws IOException {
    return GenerationSql.of(new Generation(tables().generation(), "", PRODUCTS));
  }

  int products() {
    return PRODUCTS;
  }

  int randomId() {
    return ThreadLocalRandom.current().nextInt(1, PRODUCTS + 1);
  }

  List<Integer> randomIds(int count) {
    return ThreadLocalRandom.current().ints(count, 1, PRODUCTS + 1).boxed().toList();
  }

  @Override
  public void close() {
    session.close();
    catalogue.close();
  }

  private static StoreSettings settings(BenchCatalogue catalogue) {
    return new StoreSettings(
        catalogue.url(),
        catalogue.user(),
        catalogue.password(),
        1,
        1,
        PATIENCE,
        PATIENCE,
        PATIENCE,
        PATIENCE,
        PATIENCE);
  }
}
