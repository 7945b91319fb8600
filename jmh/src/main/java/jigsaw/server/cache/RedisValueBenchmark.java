package jigsaw.server.cache;

import java.util.concurrent.TimeUnit;
import jigsaw.server.content.Pending;
import jigsaw.server.store.CatalogKey;
import jigsaw.server.store.Generation;
import jigsaw.server.store.Lookup;
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
import org.openjdk.jmh.annotations.Warmup;

/// What do the name and the value of a document in Redis cost? `jigsaw jmh RedisValue`
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class RedisValueBenchmark {
  @Param({"300", "500", "12000"})
  public int bytes;

  private final Generation generation = new Generation(7, "7-20260101000000000000", 1_000_000);
  private final Flight flight = new Flight(CatalogKey.styles(16_060), 0, new Pending());
  private final byte[] name = RedisValue.key(generation, flight);
  private byte[] document = {};
  private byte[] value = {};

  @Setup
  public void make() {
    document = new byte[bytes];
    value = RedisValue.encode(name, document);
  }

  @Benchmark
  public byte[] name() {
    return RedisValue.key(generation, flight);
  }

  @Benchmark
  public byte[] encode() {
    return RedisValue.encode(name, document);
  }

  @Benchmark
  public Lookup decode() {
    return RedisValue.decode(name, value);
  }
}
