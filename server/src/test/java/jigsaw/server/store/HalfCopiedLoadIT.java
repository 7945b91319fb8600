package jigsaw.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import jigsaw.catalog.GenerationTables;
import jigsaw.catalog.Schema;
import jigsaw.embedded.EmbeddedMariaDb;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A database that copies another one's load and has come half way.
class HalfCopiedLoadIT {
  private static final Generation AWAITED = new Generation(2, "2-20260102030405678000", 2);

  @TempDir private Path folder;
  private final KeyReader reader = new KeyReader();
  private final long here = CatalogKey.product(1);
  private final long missing = CatalogKey.product(2);

  @Test
  void saysNothingBeforeTheRegisterSaysThatAllIsThere() throws Exception {
    try (EmbeddedMariaDb database = EmbeddedMariaDb.start(folder);
        Connection connection =
            DriverManager.getConnection(
                database.jdbcUrl(EmbeddedMariaDb.SCHEMA), database.user(), database.password());
        Statement statement = connection.createStatement()) {
      makeHalfATable(statement);
      assertIsBehind(connection);

      statement.execute(
          "INSERT INTO catalog_generation (id, state, schema_version, products, started_at)"
              + " VALUES (2, 'loading', 1, 2, '2026-01-02 03:04:05.678')");
      assertIsBehind(connection);

      statement.execute("UPDATE catalog_generation SET state = 'live'");
      Session session = new Session(connection, this);
      assertThat(reader.find(session, AWAITED, here)).isInstanceOf(Lookup.Found.class);
      assertThat(reader.find(session, AWAITED, missing)).isEqualTo(Lookup.ABSENT);

      statement.execute("UPDATE catalog_generation SET started_at = '2026-01-01 00:00:00'");
      assertIsBehind(connection);
    }
  }

  private void assertIsBehind(Connection connection) {
    Session session = new Session(connection, this);
    assertThatThrownBy(() -> reader.find(session, AWAITED, missing))
        .isInstanceOf(BehindException.class);
    assertThatThrownBy(() -> reader.findAll(session, AWAITED, List.of(here, missing)))
        .isInstanceOf(BehindException.class);
  }

  private static void makeHalfATable(Statement statement) throws SQLException {
    GenerationTables tables = new GenerationTables(2);
    for (String sql : Schema.shared()) {
      statement.execute(sql);
    }
    for (String sql : Schema.generation(tables)) {
      statement.execute(sql);
    }
    statement.execute("INSERT INTO " + tables.productDocument() + " VALUES (1, '{}')");
  }
}
