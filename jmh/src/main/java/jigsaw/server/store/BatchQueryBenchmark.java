package jigsaw.server.store;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import jigsaw.server.store.Lookup.Found;
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
import org.openjdk.jmh.infra.Blackhole;

/// What does it bring to ask for many documents of random products at once? An operation asks for
/// `size` of them. `jigsaw jmh BatchQuery`
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
// What JMH calls @Setup sets is there when it is used.
@SuppressWarnings("NullAway.Init")
public class BatchQueryBenchmark {
  @Param({"1", "4", "16", "64", "256"})
  public int size;

  private final CatalogQueries queries = new CatalogQueries();
  private CatalogueSession catalogue;
  private GenerationSql sql;

  @Setup
  public void open() throws IOException, InterruptedException, SQLException {
    catalogue = CatalogueSession.open();
    sql = catalogue.sql();
  }

  @TearDown
  public void close() {
    catalogue.close();
  }

  @Benchmark
  public Map<Integer, Found> together() throws SQLException {
    List<Integer> ids = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      ids.add(catalogue.randomId());
    }
    return queries.documents(catalogue.session(), sql.productsOf(), ids);
  }

  @Benchmark
  public void oneByOne(Blackhole blackhole) throws SQLException {
    for (int i = 0; i < size; i++) {
      blackhole.consume(queries.document(catalogue.session(), sql.product(), catalogue.randomId()));
    }
  }
}
