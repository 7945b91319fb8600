package jigsaw.server.store;

import java.io.IOException;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/// What benchmarks that ask the database have in common: a session, the server's statements and its
/// way to run them.
// What JMH calls @Setup sets is there when it is used.
@SuppressWarnings("NullAway.Init")
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public abstract class QueryBenchmark {
  final CatalogQueries queries = new CatalogQueries();
  CatalogueSession catalogue;
  GenerationSql sql;

  @Setup
  public final void open() throws IOException, InterruptedException, SQLException {
    catalogue = CatalogueSession.open();
    sql = catalogue.sql();
    prepare();
  }

  /// What one of them needs besides; the session is open.
  void prepare() throws IOException, SQLException {}

  @TearDown
  public final void close() {
    catalogue.close();
  }
}
