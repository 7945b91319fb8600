package jigsaw.server.store;

import java.sql.SQLException;
import java.util.Map;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.infra.Blackhole;

/// What does it bring to ask for many documents of random products at once? An operation asks for
/// `size` of them. `jigsaw jmh BatchQuery`
public class BatchQueryBenchmark extends QueryBenchmark {
  @Param({"1", "4", "16", "64", "256"})
  public int size;

  @Benchmark
  public Map<Integer, Lookup> together() throws SQLException {
    return queries.documents(catalogue.session(), sql.productsOf(), catalogue.randomIds(size));
  }

  @Benchmark
  public void oneByOne(Blackhole blackhole) throws SQLException {
    for (int i = 0; i < size; i++) {
      blackhole.consume(queries.document(catalogue.session(), sql.product(), catalogue.randomId()));
    }
  }
}
