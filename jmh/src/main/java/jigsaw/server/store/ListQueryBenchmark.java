package jigsaw.server.store;

import java.io.IOException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/// Does the last page of five products cost what the first one does, and what would it cost with
/// OFFSET? `jigsaw jmh ListQuery`
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
// What JMH calls @Setup sets is there when it is used.
@SuppressWarnings("NullAway.Init")
public class ListQueryBenchmark {
  private static final int COUNT = 5;

  @Param({"first", "last"})
  public String page = "";

  private final CatalogQueries queries = new CatalogQueries();
  private CatalogueSession catalogue;
  private GenerationSql sql;
  private String offsetSql = "";
  private long position;

  @Setup
  public void open() throws IOException, InterruptedException, SQLException {
    catalogue = CatalogueSession.open();
    sql = catalogue.sql();
    offsetSql =
        "SELECT id, position, name, slogan, description, category, default_price FROM "
            + catalogue.tables().product()
            + " ORDER BY id LIMIT ? OFFSET ?";
    position = page.equals("first") ? 1 : catalogue.products() - COUNT + 1;
  }

  @TearDown
  public void close() {
    catalogue.close();
  }

  @Benchmark
  public Lookup byPosition() throws SQLException {
    return queries.list(catalogue.session(), sql.listPage(), position, COUNT, catalogue.products());
  }

  /// Reads the rows only.
  @Benchmark
  public int byOffset() throws SQLException {
    PreparedStatement statement = catalogue.session().statement(offsetSql);
    statement.setInt(1, COUNT);
    statement.setLong(2, position - 1);
    int length = 0;
    try (ResultSet row = statement.executeQuery()) {
      while (row.next()) {
        length += row.getString(5).length();
      }
    }
    return length;
  }
}
