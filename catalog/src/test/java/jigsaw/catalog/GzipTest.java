package jigsaw.catalog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Random;
import java.util.zip.DataFormatException;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class GzipTest {
  private final GzipEncoder encoder = new GzipEncoder(6);
  private final GzipDecoder decoder = new GzipDecoder();

  @AfterEach
  void close() {
    encoder.close();
    decoder.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 100, 4_095, 4_096, 100_000})
  void makesMembersThatAnyGzipReaderTakes(int length) throws IOException, DataFormatException {
    byte[] content = new byte[length];
    new Random(length).nextBytes(content);
    byte[] member = encoder.encode(content);

    try (var in = new GZIPInputStream(new ByteArrayInputStream(member))) {
      assertThat(in.readAllBytes()).isEqualTo(content);
    }
    assertThat(Document.isGzip(member)).isTrue();
    assertThat(Document.jsonLength(member)).isEqualTo(length);
    assertThat(decoder.decode(member)).isEqualTo(content);
  }

  @Test
  void givesTheSameBytesForTheSameContentEachTime() {
    byte[] content = "the same content ".repeat(20).getBytes(UTF_8);
    byte[] first = encoder.encode(content);
    encoder.encode("something else".getBytes(UTF_8));

    assertThat(encoder.encode(content)).isEqualTo(first);
  }

  @Test
  void refusesEveryMemberWithOneChangedByteOrGivesTheSameContent() {
    byte[] content = "{\"id\":1,\"name\":\"Harbour Coat\"}".repeat(5).getBytes(UTF_8);
    byte[] member = encoder.encode(content);
    int refused = 0;
    for (int at = 0; at < member.length; at++) {
      byte[] damaged = member.clone();
      damaged[at] ^= 0x11;
      try {
        assertThat(decoder.decode(damaged)).isEqualTo(content);
      } catch (DataFormatException e) {
        refused++;
      }
    }
    // Seven header bytes and the seven behind the last block with content have no meaning for it.
    assertThat(refused).isGreaterThanOrEqualTo(member.length - 14);
  }

  @Test
  void refusesATruncatedMember() {
    byte[] member = encoder.encode("content ".repeat(50).getBytes(UTF_8));
    byte[] truncated = new byte[member.length - 12];
    System.arraycopy(member, 0, truncated, 0, truncated.length);

    assertThatThrownBy(() -> decoder.decode(truncated)).isInstanceOf(DataFormatException.class);
    assertThatThrownBy(() -> decoder.decode(new byte[3])).isInstanceOf(DataFormatException.class);
  }

  @Test
  void takesJsonForJson() {
    assertThat(Document.isGzip("{\"id\":1,\"name\":\"long enough\"}".getBytes(UTF_8))).isFalse();
    assertThatThrownBy(() -> Document.jsonLength(new byte[30]))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
