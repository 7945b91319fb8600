package jigsaw.catalog;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.DataFormatException;
import jigsaw.jmh.SampleCatalogue;
import org.openjdk.jmh.annotations.Benchmark;
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

/// What does it bring to join the twelve documents of a page as they are, instead of unpacking them
/// and packing them together? `jigsaw jmh GzipJoin`
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class GzipJoinBenchmark {
  private static final int PRODUCTS = 6;

  private final GzipEncoder encoder = new GzipEncoder(6);
  private final GzipDecoder decoder = new GzipDecoder();
  private final List<byte[]> documents = new ArrayList<>();

  @Setup
  public void make() {
    CatalogJson json = new CatalogJson();
    for (int id = 1; id <= PRODUCTS; id++) {
      documents.add(
          encoder.encode(json.product(SampleCatalogue.product(id), SampleCatalogue.features(2))));
      documents.add(encoder.encode(json.styles(id, SampleCatalogue.styles(2, 3, 6))));
    }
  }

  @TearDown
  public void free() {
    encoder.close();
    decoder.close();
  }

  @Benchmark
  public byte[] join() throws DataFormatException {
    GzipJoiner page = new GzipJoiner(16_384);
    for (byte[] document : documents) {
      page.document(document).json(",\"related\":");
    }
    return page.toDocument();
  }

  @Benchmark
  public byte[] packAnew() throws DataFormatException {
    return encoder.encode(unpack());
  }

  @Benchmark
  public byte[] unpack() throws DataFormatException {
    ByteArrayOutputStream page = new ByteArrayOutputStream(65_536);
    for (byte[] document : documents) {
      page.writeBytes(decoder.decode(document));
    }
    return page.toByteArray();
  }
}
