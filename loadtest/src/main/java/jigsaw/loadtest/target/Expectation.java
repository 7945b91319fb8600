package jigsaw.loadtest.target;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import jigsaw.loadtest.drive.Samples.Sample;
import jigsaw.loadtest.measure.Recorder;

/// Compares whole bodies, byte for byte, with what a second server answers, which should stand
/// directly on the database: no cache, no proxy.
public final class Expectation {
  private final Optional<Target> source;

  public Expectation(Optional<Target> source) {
    this.source = source;
  }

  /// Compares after the load, so that the comparison itself disturbs nothing.
  ///
  /// @return how many were compared
  public int compare(List<Sample> samples, Recorder recorder) {
    if (source.isEmpty()) {
      return 0;
    }
    for (Sample sample : samples) {
      String path = sample.request().path();
      if (!text(sample).equals(source.get().get(path))) {
        recorder.different("GET " + path + " differs from " + source.get() + path);
      }
    }
    return samples.size();
  }

  private static String text(Sample sample) {
    if (!sample.isGzip()) {
      return new String(sample.body(), StandardCharsets.UTF_8);
    }
    try (var in = new GZIPInputStream(new ByteArrayInputStream(sample.body()))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      return "not gzip: " + e.getMessage();
    }
  }
}
