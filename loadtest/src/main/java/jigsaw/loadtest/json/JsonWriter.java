package jigsaw.loadtest.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/// Writes a tree of records, maps, collections, numbers, booleans and texts as JSON.
///
/// A record becomes an object with its components as keys; an empty optional becomes `null`;
/// anything else its text.
public final class JsonWriter {
  private static final JsonFactory FACTORY = new JsonFactory();
  private static final double DECIMALS = 1e4;

  private JsonWriter() {}

  public static String write(Object value) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(text)) {
      write(json, value);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private static void write(JsonGenerator json, Object value) throws IOException {
    switch (value) {
      case Record object -> writeRecord(json, object);
      case Map<?, ?> object -> writeMap(json, object);
      case Collection<?> list -> writeList(json, list);
      case Optional<?> optional -> {
        if (optional.isPresent()) {
          write(json, optional.get());
        } else {
          json.writeNull();
        }
      }
      case Double number -> json.writeNumber(Math.round(number * DECIMALS) / DECIMALS);
      case Integer number -> json.writeNumber(number);
      case Long number -> json.writeNumber(number);
      case Boolean truth -> json.writeBoolean(truth);
      default -> json.writeString(value.toString());
    }
  }

  private static void writeRecord(JsonGenerator json, Record object) throws IOException {
    json.writeStartObject();
    for (RecordComponent component : object.getClass().getRecordComponents()) {
      json.writeFieldName(component.getName());
      try {
        write(json, component.getAccessor().invoke(object));
      } catch (ReflectiveOperationException e) {
        throw new IllegalArgumentException("cannot read " + component, e);
      }
    }
    json.writeEndObject();
  }

  private static void writeMap(JsonGenerator json, Map<?, ?> object) throws IOException {
    json.writeStartObject();
    for (Map.Entry<?, ?> entry : object.entrySet()) {
      json.writeFieldName(entry.getKey().toString());
      write(json, entry.getValue());
    }
    json.writeEndObject();
  }

  private static void writeList(JsonGenerator json, Collection<?> list) throws IOException {
    json.writeStartArray();
    for (Object element : list) {
      write(json, element);
    }
    json.writeEndArray();
  }
}
