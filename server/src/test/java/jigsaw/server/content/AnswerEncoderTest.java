package jigsaw.server.content;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;
import jigsaw.catalog.GzipEncoder;
import org.junit.jupiter.api.Test;

final class AnswerEncoderTest {
  private static final byte[] JSON = ("{\"text\":\"" + "abc ".repeat(100) + "\"}").getBytes(UTF_8);

  private final AnswerEncoder encoder =
      new AnswerEncoder(new ConstantFields("public, max-age=30", "*", 600));

  @Test
  void servesAGzipDocumentAsItIsStored() throws IOException {
    byte[] stored = gzip(JSON);
    Representation representation = encoder.document(stored).representation(true);

    assertThat(representation.body()).isEqualTo(stored);
    assertThat(head(representation))
        .contains("Content-Encoding: gzip\r\n", "Content-Length: " + stored.length + "\r\n");
    assertThat(unzip(representation.body())).isEqualTo(JSON);
  }

  @Test
  void unpacksAGzipDocumentForAClientWithoutGzip() {
    Representation representation = encoder.document(gzip(JSON)).representation(false);

    assertThat(representation.body()).isEqualTo(JSON);
    assertThat(head(representation))
        .contains("Content-Length: " + JSON.length + "\r\n")
        .doesNotContain("Content-Encoding");
  }

  @Test
  void compressesAPlainDocumentWhenAsked() throws IOException {
    Answer answer = encoder.document(JSON.clone());

    assertThat(unzip(answer.representation(true).body())).isEqualTo(JSON);
    assertThat(answer.representation(false).body()).isEqualTo(JSON);
  }

  @Test
  void keepsTheIdentityWhereGzipWouldBeLarger() {
    byte[] small = "[]".getBytes(UTF_8);

    assertThat(encoder.json(small).representation(true).body()).isEqualTo(small);
    assertThat(encoder.document(gzip(small)).representation(true).body()).isEqualTo(small);
  }

  @Test
  void givesEachRepresentationAnEntityTagOfItsOwn() {
    Answer answer = encoder.document(gzip(JSON));
    String identity = new String(answer.representation(false).entityTag(), ISO_8859_1);
    String gzip = new String(answer.representation(true).entityTag(), ISO_8859_1);

    assertThat(identity).matches("\"[A-Za-z0-9_-]{16}\"").isNotEqualTo(gzip);
    assertThat(gzip).startsWith("\"").endsWith("\"");
    assertThat(head(answer.representation(true))).contains("ETag: " + gzip + "\r\n");
    assertThat(notModifiedHead(answer.representation(true))).contains("ETag: " + gzip + "\r\n");
  }

  @Test
  void changesTheEntityTagWithTheContent() {
    byte[] other = JSON.clone();
    other[20]++;

    assertThat(encoder.json(other).representation(false).entityTag())
        .isNotEqualTo(encoder.json(JSON.clone()).representation(false).entityTag());
    assertThat(encoder.json(JSON.clone()).representation(false).entityTag())
        .isEqualTo(encoder.json(JSON.clone()).representation(false).entityTag());
  }

  @Test
  void putsValidatorsAndCachingOnNotModified() {
    assertThat(notModifiedHead(encoder.json(JSON.clone()).representation(false)))
        .startsWith("HTTP/1.1 304 Not Modified\r\nDate: ")
        .contains("Cache-Control: public, max-age=30\r\n", "Vary: Accept-Encoding\r\n")
        .doesNotContain("Content-Length")
        .endsWith("\r\n\r\n");
  }

  @Test
  void leavesRoomForTheDateInThePreamble() {
    Preamble preamble = encoder.json(JSON.clone()).representation(false).preamble();
    String text = new String(preamble.bytes(), ISO_8859_1);

    assertThat(text.substring(preamble.dateOffset() - 6, preamble.dateOffset()))
        .isEqualTo("Date: ");
    assertThat(text.substring(preamble.dateOffset() + Preamble.DATE_BYTES)).startsWith("\r\n");
  }

  @Test
  void writesAProblemWithItsFields() {
    Representation problem = encoder.problem(Problem.METHOD_NOT_ALLOWED).representation(false);

    assertThat(head(problem))
        .startsWith("HTTP/1.1 405 Method Not Allowed\r\n")
        .contains("Allow: GET, HEAD, OPTIONS\r\n", "Content-Type: application/problem+json\r\n")
        .contains("Access-Control-Allow-Origin: *\r\n");
    assertThat(new String(problem.body(), UTF_8))
        .isEqualTo(
            "{\"type\":\"about:blank\",\"title\":\"Method Not Allowed\",\"status\":405,"
                + "\"detail\":\"This path answers GET, HEAD and OPTIONS.\"}");
  }

  @Test
  void namesTheParameterInAProblem() {
    Problem problem = Problem.parameter("count", "a whole number from 1 to 10000");

    assertThat(new String(encoder.problem(problem).representation(true).body(), UTF_8))
        .contains("The parameter 'count' must be a whole number from 1 to 10000.");
  }

  @Test
  void keepsProblemsOfOneStatusApartFromOtherAnswers() {
    encoder.momentary(404, "Not Found", "text/plain", new byte[0]);

    assertThat(head(encoder.problem(Problem.UNKNOWN_PATH).representation(false)))
        .contains("Content-Type: application/problem+json\r\n");
  }

  @Test
  void addsLinkAndTotalToAList() {
    Answer list = encoder.list("[]".getBytes(UTF_8), "</products?page=1>; rel=\"first\"", 12);

    assertThat(head(list.representation(false)))
        .contains("Link: </products?page=1>; rel=\"first\"\r\n", "X-Total-Count: 12\r\n");
  }

  @Test
  void refusesDamagedDocuments() {
    byte[] damaged = gzip(JSON);
    damaged[damaged.length / 2] ^= 0x55;

    assertThatThrownBy(() -> encoder.document(damaged).representation(false))
        .isInstanceOf(DamagedDocumentException.class);
    assertThatThrownBy(() -> encoder.document("garbage".getBytes(UTF_8)))
        .isInstanceOf(DamagedDocumentException.class);
    assertThatThrownBy(() -> encoder.document(new byte[0]))
        .isInstanceOf(DamagedDocumentException.class);
  }

  @Test
  void leavesCorsOutWhereThereIsNone() {
    AnswerEncoder plain = new AnswerEncoder(ConstantFields.withoutCors("no-store"));

    assertThat(head(plain.problem(Problem.UNKNOWN_PATH).representation(false)))
        .contains("Server: jigsaw\r\n")
        .doesNotContain("Access-Control");
    assertThat(head(plain.options().representation(false)))
        .contains("Allow: GET, HEAD, OPTIONS\r\n")
        .doesNotContain("Access-Control");
  }

  private static String head(Representation representation) {
    return new String(representation.preamble().bytes(), ISO_8859_1)
        + new String(representation.head(), ISO_8859_1);
  }

  private static String notModifiedHead(Representation representation) {
    return new String(representation.notModifiedPreamble().bytes(), ISO_8859_1)
        + new String(representation.notModifiedHead(), ISO_8859_1);
  }

  private static byte[] gzip(byte[] content) {
    try (GzipEncoder encoder = new GzipEncoder(6)) {
      return encoder.encode(content);
    }
  }

  private static byte[] unzip(byte[] gzip) throws IOException {
    try (var in = new GZIPInputStream(new ByteArrayInputStream(gzip))) {
      return in.readAllBytes();
    }
  }
}
