package jigsaw.server.http;

import java.nio.charset.StandardCharsets;
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
import org.openjdk.jmh.annotations.Warmup;

/// What does comparing If-None-Match cost? `jigsaw jmh EntityTags`
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class EntityTagsBenchmark {
  @Param({"\"0123456789abcdef\"", "W/\"aaaa\", \"bbbb\", \"0123456789abcdef\"", "\"other\""})
  public String ifNoneMatch = "";

  private final byte[] entityTag = "\"0123456789abcdef\"".getBytes(StandardCharsets.US_ASCII);
  private byte[] value = {};

  @Setup
  public void make() {
    value = ifNoneMatch.getBytes(StandardCharsets.US_ASCII);
  }

  @Benchmark
  public boolean match() {
    return EntityTags.match(value, 0, value.length, entityTag);
  }
}
