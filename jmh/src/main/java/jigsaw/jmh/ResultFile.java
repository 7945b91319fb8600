package jigsaw.jmh;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Reads the JSON that JMH writes: an array of benchmarks, each with `benchmark`, perhaps `params`,
/// `primaryMetric` and `secondaryMetrics`, where profilers put their figures.
final class ResultFile {
  private static final String ALLOCATION = "gc.alloc.rate.norm";
  private static final JsonFactory JSON = new JsonFactory();

  private ResultFile() {}

  /// The benchmarks of `file` by name, in its order.
  static Map<String, BenchmarkResult> read(Path file) throws IOException {
    Map<String, BenchmarkResult> results = new LinkedHashMap<>();
    try (JsonParser json = JSON.createParser(file.toFile())) {
      if (json.nextToken() != JsonToken.START_ARRAY) {
        throw new IOException(file + " is not a result of JMH");
      }
      while (json.nextToken() == JsonToken.START_OBJECT) {
        BenchmarkResult result = benchmark(json);
        results.put(result.name(), result);
      }
    }
    return results;
  }

  private static BenchmarkResult benchmark(JsonParser json) throws IOException {
    String name = "";
    String parameters = "";
    Optional<Measurement> time = Optional.empty();
    Optional<Measurement> allocation = Optional.empty();
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String field = json.currentName();
      json.nextToken();
      switch (field) {
        case "benchmark" -> name = json.getText();
        case "params" -> parameters = parameters(json);
        case "primaryMetric" -> time = Optional.of(measurement(json));
        case "secondaryMetrics" -> allocation = allocation(json);
        default -> json.skipChildren();
      }
    }
    if (time.isEmpty()) {
      throw new IOException("the benchmark '" + name + "' has no primaryMetric");
    }
    return new BenchmarkResult(name + parameters, time.get(), allocation);
  }

  private static String parameters(JsonParser json) throws IOException {
    StringBuilder text = new StringBuilder();
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      json.nextToken();
      text.append(' ').append(name).append('=').append(json.getText());
    }
    return text.toString();
  }

  private static Optional<Measurement> allocation(JsonParser json) throws IOException {
    Optional<Measurement> found = Optional.empty();
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      json.nextToken();
      // Some versions of JMH put a dot before the names of profilers' figures.
      if (name.endsWith(ALLOCATION)) {
        found = Optional.of(measurement(json));
      } else {
        json.skipChildren();
      }
    }
    return found;
  }

  private static Measurement measurement(JsonParser json) throws IOException {
    double score = 0;
    double error = 0;
    String unit = "";
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String field = json.currentName();
      JsonToken value = json.nextToken();
      switch (field) {
        case "score" -> score = number(json, value);
        case "scoreError" -> error = number(json, value);
        case "scoreUnit" -> unit = json.getText();
        default -> json.skipChildren();
      }
    }
    return new Measurement(score, error, unit);
  }

  /// JMH writes an error that cannot be known as the text `NaN`.
  private static double number(JsonParser json, JsonToken value) throws IOException {
    return value == JsonToken.VALUE_STRING ? 0 : json.getDoubleValue();
  }
}
