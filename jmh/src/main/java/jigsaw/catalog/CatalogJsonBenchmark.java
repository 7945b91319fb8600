package jigsaw.catalog;

import java.util.List;
import java.util.concurrent.TimeUnit;
import jigsaw.jmh.SampleCatalogue;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// What does writing the JSON of a mean and of a large product cost? `jigsaw jmh CatalogJson`
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class CatalogJsonBenchmark {
  private final CatalogJson json = new CatalogJson();
  private final Product product = SampleCatalogue.product(16_060);
  private final List<Feature> features = SampleCatalogue.features(2);
  private final List<Style> meanStyles = SampleCatalogue.styles(2, 3, 6);
  private final List<Style> largeStyles = SampleCatalogue.styles(6, 6, 11);

  @Benchmark
  public byte[] product() {
    return json.product(product, features);
  }

  @Benchmark
  public byte[] meanStyles() {
    return json.styles(16_060, meanStyles);
  }

  @Benchmark
  public byte[] largeStyles() {
    return json.styles(1, largeStyles);
  }
}
