package jigsaw.server.http;

import java.util.concurrent.TimeUnit;
import jigsaw.jmh.SampleRequests;
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

/// What does reading a request's head cost? `jigsaw jmh HeadParser`
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class HeadParserBenchmark {
  @Param({"minimal", "browser"})
  public String fields = "";

  private final HeadParser parser = new HeadParser(new RequestHead());
  private byte[] request = {};

  @Setup
  public void make() {
    request = SampleRequests.of(fields, "/products/16060");
  }

  @Benchmark
  public int parse() {
    parser.reset();
    return parser.parse(request, 0, request.length);
  }
}
