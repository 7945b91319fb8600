package jigsaw.catalog;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;

/// Writes one entry of a log as JSON on one line: whatever a text holds, control characters and
/// line breaks are escaped, so that nobody can forge an entry (RFC 8259 section 7).
public final class JsonLine {
  private static final JsonFactory FACTORY = new JsonFactory();

  private JsonLine() {}

  /// An object with `fields` in their order, without a line break at its end. Values are numbers,
  /// truth values, [Raw] JSON, maps of these, or anything else as text.
  public static String of(Map<String, ?> fields) {
    StringWriter text = new StringWriter(256);
    try (JsonGenerator json = FACTORY.createGenerator(text)) {
      object(json, fields);
    } catch (IOException e) {
      throw new UncheckedIOException("memory refused a line of JSON", e);
    }
    return text.toString();
  }

  private static void object(JsonGenerator json, Map<?, ?> fields) throws IOException {
    json.writeStartObject();
    for (Map.Entry<?, ?> field : fields.entrySet()) {
      json.writeFieldName(String.valueOf(field.getKey()));
      value(json, field.getValue());
    }
    json.writeEndObject();
  }

  private static void value(JsonGenerator json, Object value) throws IOException {
    switch (value) {
      case Integer number -> json.writeNumber(number);
      case Long number -> json.writeNumber(number);
      case Double number -> json.writeNumber(number);
      case Boolean truth -> json.writeBoolean(truth);
      case Raw raw -> json.writeRawValue(raw.json());
      case Map<?, ?> map -> object(json, map);
      default -> json.writeString(value.toString());
    }
  }

  /// A value that is JSON already, on one line.
  public record Raw(String json) {}
}
