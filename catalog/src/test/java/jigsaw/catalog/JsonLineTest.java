package jigsaw.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class JsonLineTest {
  @Test
  void writesEveryKindOfValueInOrder() {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("text", "a");
    fields.put("int", 1);
    fields.put("long", 2L);
    fields.put("double", 0.5);
    fields.put("truth", true);
    fields.put("raw", new JsonLine.Raw("[1,2]"));
    fields.put("map", Map.of("b", 3));
    assertThat(JsonLine.of(fields))
        .isEqualTo(
            "{\"text\":\"a\",\"int\":1,\"long\":2,\"double\":0.5,\"truth\":true,"
                + "\"raw\":[1,2],\"map\":{\"b\":3}}");
  }

  @Test
  void keepsToOneLineWhateverATextHolds() {
    String hostile = "a\"b\\c\r\n{\"level\":\"info\"}\u0000\u001b[31m\ud800";
    String line = JsonLine.of(Map.of("message", hostile));
    assertThat(line.chars()).noneMatch(c -> c < ' ');
    assertThat(line)
        .startsWith(
            "{\"message\":\"a\\\"b\\\\c\\r\\n{\\\"level\\\":\\\"info\\\"}\\u0000\\u001B[31m");
  }
}
