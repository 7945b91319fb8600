package jigsaw.loadtest.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AnswerCheckTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "PRODUCT | 200 | {\"id\":7,\"name\":\"x\"} |",
        "PRODUCT | 200 | {\"id\":71,\"name\":\"x\"} | WRONG_ID",
        "PRODUCT | 200 | {\"id\":7,\"name\":\"x\" | NOT_JSON",
        "PRODUCT | 503 | {} | SHED",
        "PRODUCT | 500 | {} | SERVER_ERROR",
        "PRODUCT | 404 | {} | WRONG_STATUS",
        "PRODUCT | 304 | {} | WRONG_STATUS",
        "STYLES | 200 | {\"product_id\":\"7\",\"results\":[]} |",
        "STYLES | 200 | {\"product_id\":\"8\",\"results\":[]} | WRONG_ID",
        "RELATED | 200 | [1,2] |",
        "RELATED | 200 | [1,2 | NOT_JSON",
        "LIST | 200 | [] |",
      })
  void saysWhatIsWrong(Endpoint endpoint, int status, String body, String expected) {
    assertThat(check(endpoint.request(7), status, body, body.length()))
        .isEqualTo(Optional.ofNullable(expected).map(Failure::valueOf));
  }

  @Test
  void comparesTheLengthWithTheHeader() {
    String body = "{\"id\":7,\"name\":\"x\"}";
    Request request = Endpoint.PRODUCT.request(7);
    assertThat(check(request, 200, body, body.length() + 1)).contains(Failure.WRONG_LENGTH);
    assertThat(check(request, 200, body, -1)).isEmpty();
  }

  private static Optional<Failure> check(Request request, int status, String body, long length) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    return AnswerCheck.check(request, status, length, bytes, bytes.length, false);
  }
}
