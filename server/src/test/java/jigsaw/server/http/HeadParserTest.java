package jigsaw.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/// What the raw-socket cases cannot see: offsets, resuming, reuse.
final class HeadParserTest {
  private static final byte[] HEAD =
      ascii(
          String.join(
              "\r\n",
              "GET /things/1?page=2 HTTP/1.1",
              "Host: a",
              "If-None-Match: \"x\"",
              "If-None-Match: \"y\"",
              "Accept-Encoding: gzip",
              "Content-Length: 7",
              "",
              ""));

  private final RequestHead head = new RequestHead();
  private final HeadParser parser = new HeadParser(head);

  @Test
  void notesOffsetsFromTheFirstOctet() {
    byte[] bytes = new byte[HEAD.length + 10];
    System.arraycopy(HEAD, 0, bytes, 5, HEAD.length);

    assertThat(parser.parse(bytes, 5, bytes.length)).isEqualTo(5 + HEAD.length);

    assertThat(text(head.pathStart, head.pathEnd)).isEqualTo("/things/1");
    assertThat(text(head.queryStart, head.queryEnd)).isEqualTo("page=2");
    assertThat(head.fields.ifNoneMatchBounds).isEqualTo(4);
    int section = head.fieldsStart;
    assertThat(text(section + head.fields.ifNoneMatch[2], section + head.fields.ifNoneMatch[3]))
        .isEqualTo("\"y\"");
    assertThat(head.fields.contentLength).isEqualTo(7);
    assertThat(head.fields.codings.gzip()).isTrue();
  }

  @Test
  void goesOnWhereItStoppedThoughTheOctetsMoved() {
    for (int cut = 0; cut < HEAD.length; cut++) {
      parser.reset();
      assertThat(parser.parse(Arrays.copyOf(HEAD, cut), 0, cut)).isEqualTo(Progress.MORE);
      byte[] moved = new byte[HEAD.length + 3];
      System.arraycopy(HEAD, 0, moved, 3, HEAD.length);
      assertThat(parser.parse(moved, 3, moved.length)).isEqualTo(moved.length);
      assertThat(text(head.queryStart, head.queryEnd)).isEqualTo("page=2");
      assertThat(head.fields.contentLength).isEqualTo(7);
    }
  }

  @Test
  void forgetsEverythingOfTheLastHead() {
    parser.parse(HEAD, 0, HEAD.length);
    parser.reset();
    byte[] plain = ascii("GET / HTTP/1.1\r\nHost: a\r\n\r\n");

    assertThat(parser.parse(plain, 0, plain.length)).isEqualTo(plain.length);

    assertThat(head.queryStart).isEqualTo(head.queryEnd);
    assertThat(head.fields.ifNoneMatchBounds).isZero();
    assertThat(head.fields.contentLength).isEqualTo(FieldSection.NO_LENGTH);
    assertThat(head.fields.codings.gzip()).isFalse();
  }

  @Test
  void understandsTheSameFieldsBehindAnotherPath() {
    parser.parse(HEAD, 0, HEAD.length);
    byte[] other = ascii("HEAD /x HTTP/1.1\r\n" + text(head.fieldsStart, HEAD.length));
    parser.reset();

    assertThat(head.fields.isAt(other, 18, other.length)).isTrue();
    assertThat(parser.parse(other, 0, other.length)).isEqualTo(other.length);

    assertThat(head.fieldsStart).isEqualTo(18);
    assertThat(head.method).isEqualTo(Method.HEAD);
    assertThat(head.fields.ifNoneMatchBounds).isEqualTo(4);
    assertThat(head.fields.contentLength).isEqualTo(7);
  }

  @Test
  void parsesFieldsThatOnlyBeginLikeTheLastOnes() {
    byte[] first = ascii("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
    byte[] more = ascii("GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
    parser.parse(first, 0, first.length);
    parser.reset();

    assertThat(parser.parse(more, 0, more.length)).isEqualTo(more.length);
    assertThat(head.persistent()).isFalse();
  }

  @Test
  void judgesTheSameFieldsByTheVersion() {
    String fields = "\r\nHost: a\r\nExpect: miracles\r\n\r\n";
    byte[] old = ascii("GET / HTTP/1.0" + fields);
    byte[] current = ascii("GET / HTTP/1.1" + fields);
    assertThat(parser.parse(old, 0, old.length)).isEqualTo(old.length);
    parser.reset();

    assertThat(parser.parse(current, 0, current.length)).isEqualTo(Progress.FAULTY);
    assertThat(head.fault).isEqualTo(Fault.UNKNOWN_EXPECTATION);
  }

  @Test
  void forgetsTheFieldsOfARefusedRequest() {
    parser.parse(HEAD, 0, HEAD.length);
    parser.reset();
    byte[] faulty = ascii("GET / HTTP/1.1\n");

    assertThat(parser.parse(faulty, 0, faulty.length)).isEqualTo(Progress.FAULTY);
    assertThat(head.fields.ifNoneMatchBounds).isZero();
    assertThat(head.fields.length()).isZero();
  }

  @Test
  void reportsAFaultBeforeTheLineIsComplete() {
    byte[] bytes = ascii("GET /things/1 HTTP/1.1\r\nHost: a\r\nX y");

    assertThat(parser.parse(bytes, 0, bytes.length)).isEqualTo(Progress.FAULTY);
    assertThat(head.fault).isEqualTo(Fault.MALFORMED_FIELD);
  }

  private static String text(int start, int end) {
    return new String(HEAD, start, end - start, StandardCharsets.US_ASCII);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
