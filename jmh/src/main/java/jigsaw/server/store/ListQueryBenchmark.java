package jigsaw.server.store;

import java.io.IOException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;

/// Does the last page of five products cost what the first one does, and what would it cost with
/// OFFSET? `jigsaw jmh ListQuery`
public class ListQueryBenchmark extends QueryBenchmark {
  private static final int COUNT = 5;

  @Param({"first", "last"})
  public String page = "";

  private String offsetSql = "";
  private long position;

  @Override
  void prepare() throws IOException {
    offsetSql =
        GenerationSql.COLUMNS + catalogue.tables().product() + " ORDER BY id LIMIT ? OFFSET ?";
    position = page.equals("first") ? 1 : catalogue.products() - COUNT + 1;
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
