package jigsaw.catalog;

import java.util.concurrent.TimeUnit;
import java.util.zip.DataFormatException;
import jigsaw.jmh.SampleCatalogue;
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

/// What do packing and unpacking a document cost, and how much smaller does a level make it?
/// `jigsaw jmh Gzip`
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class GzipBenchmark {
  @Param({"product", "styles", "large"})
  public String document = "";

  private final GzipEncoder encoder = new GzipEncoder(6);
  private final GzipDecoder decoder = new GzipDecoder();
  private byte[] plain = {};
  private byte[] packed = {};

  @Setup
  public void make() {
    CatalogJson json = new CatalogJson();
    plain =
        switch (document) {
          case "product" ->
              json.product(SampleCatalogue.product(16_060), SampleCatalogue.features(2));
          case "styles" -> json.styles(16_060, SampleCatalogue.styles(2, 3, 6));
          default -> json.styles(1, SampleCatalogue.styles(6, 6, 11));
        };
    packed = encoder.encode(plain);
  }

  @TearDown
  public void free() {
    encoder.close();
    decoder.close();
  }

  @Benchmark
  public byte[] encode() {
    return encoder.encode(plain);
  }

  @Benchmark
  public byte[] decode() throws DataFormatException {
    return decoder.decode(packed);
  }
}
