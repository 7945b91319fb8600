package jigsaw.server.endpoints;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Puts finished JSON together to larger JSON.
final class JsonBytes {
  private final ByteArrayOutputStream out;

  JsonBytes(int expectedBytes) {
    out = new ByteArrayOutputStream(expectedBytes);
  }

  /// An array of finished elements.
  static byte[] array(List<byte[]> elements) {
    int length = elements.stream().mapToInt(element -> element.length + 1).sum();
    JsonBytes json = new JsonBytes(length + 2).ascii("[");
    String separator = "";
    for (byte[] element : elements) {
      json.ascii(separator).value(element);
      separator = ",";
    }
    return json.ascii("]").toBytes();
  }

  JsonBytes ascii(String text) {
    return value(text.getBytes(StandardCharsets.US_ASCII));
  }

  JsonBytes value(byte[] json) {
    out.write(json, 0, json.length);
    return this;
  }

  byte[] toBytes() {
    return out.toByteArray();
  }
}
