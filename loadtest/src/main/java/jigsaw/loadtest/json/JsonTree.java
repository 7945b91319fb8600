package jigsaw.loadtest.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A JSON value that was read; asking it for what it does not have is an error that names the key.
public final class JsonTree {
  private static final JsonFactory FACTORY = new JsonFactory();

  private final Object value;

  private JsonTree(Object value) {
    this.value = value;
  }

  /// Reads one JSON value.
  ///
  /// @throws IOException if the text is no JSON
  public static JsonTree read(String json) throws IOException {
    try (JsonParser parser = FACTORY.createParser(json)) {
      parser.nextToken();
      return new JsonTree(value(parser));
    }
  }

  public JsonTree get(String key) {
    Object found = value instanceof Map<?, ?> object ? object.get(key) : null;
    if (found != null) {
      return new JsonTree(found);
    }
    throw new IllegalArgumentException("expected an object with the key '" + key + "'");
  }

  public List<JsonTree> elements() {
    if (value instanceof List<?> list) {
      return list.stream().map(JsonTree::new).toList();
    }
    throw new IllegalArgumentException("expected an array");
  }

  public double number() {
    if (value instanceof Number number) {
      return number.doubleValue();
    }
    throw new IllegalArgumentException("expected a number, not '" + value + "'");
  }

  public boolean isTrue() {
    return Boolean.TRUE.equals(value);
  }

  public String text() {
    return value.toString();
  }

  private static Object value(JsonParser parser) throws IOException {
    JsonToken token = parser.currentToken();
    if (token == null) {
      throw new IOException("expected JSON, found the end of the text");
    }
    return switch (token) {
      case START_OBJECT -> object(parser);
      case START_ARRAY -> array(parser);
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getNumberValue();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NULL -> "";
      default -> parser.getText();
    };
  }

  private static Map<String, Object> object(JsonParser parser) throws IOException {
    Map<String, Object> object = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String key = parser.currentName();
      parser.nextToken();
      object.put(key, value(parser));
    }
    return object;
  }

  private static List<Object> array(JsonParser parser) throws IOException {
    List<Object> list = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      list.add(value(parser));
    }
    return list;
  }
}
