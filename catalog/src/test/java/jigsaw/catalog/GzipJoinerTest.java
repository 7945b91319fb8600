package jigsaw.catalog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class GzipJoinerTest {
  private static final String FIRST =
      "{\"name\":\"Größe\",\"tags\":[" + "\"coat\",".repeat(90) + "1]}";
  private static final String SECOND = "{\"name\":\"Harbour Coat\"}";

  private final GzipEncoder encoder = new GzipEncoder(6);
  private final GzipDecoder decoder = new GzipDecoder();

  @AfterEach
  void close() {
    encoder.close();
    decoder.close();
  }

  @Test
  void joinsDocumentsAndJsonToOneMember() throws IOException, DataFormatException {
    byte[] first = gzip(FIRST);
    byte[] joined =
        new GzipJoiner(0)
            .json("[")
            .document(first)
            .json(",")
            .document(gzip(SECOND))
            .json("]")
            .toDocument();
    assertThat(unpacked(joined)).isEqualTo("[" + FIRST + "," + SECOND + "]");
    // Copied, not unpacked.
    assertThat(joined.length).isLessThan(first.length + 150).isLessThan(FIRST.length());
  }

  @Test
  void joinsWhatItHasJoined() throws IOException, DataFormatException {
    byte[] inner = new GzipJoiner(0).document(gzip(FIRST)).toDocument();
    byte[] outer = new GzipJoiner(0).document(inner).document(gzip(SECOND)).toDocument();
    assertThat(unpacked(outer)).isEqualTo(FIRST + SECOND);
  }

  @Test
  void takesDocumentsThatAreJson() throws IOException, DataFormatException {
    String large = "[" + "\"snow ☃\",".repeat(20_000) + "0]";
    byte[] joined =
        new GzipJoiner(0).document(large.getBytes(UTF_8)).document(gzip(SECOND)).toDocument();
    assertThat(unpacked(joined)).isEqualTo(large + SECOND);
  }

  @Test
  void takesMembersOfOtherPrograms() throws IOException, DataFormatException {
    ByteArrayOutputStream other = new ByteArrayOutputStream();
    try (var out = new GZIPOutputStream(other)) {
      out.write(FIRST.getBytes(UTF_8));
    }
    byte[] joined =
        new GzipJoiner(0).document(gzip(SECOND)).document(other.toByteArray()).toDocument();
    assertThat(unpacked(joined)).isEqualTo(SECOND + FIRST);
  }

  @Test
  void makesAnEmptyMemberOfNothing() throws IOException, DataFormatException {
    assertThat(unpacked(new GzipJoiner(0).toDocument())).isEmpty();
  }

  @Test
  void refusesWhatIsNoDocument() {
    assertThatThrownBy(() -> new GzipJoiner(0).document("text".getBytes(UTF_8)))
        .isInstanceOf(DataFormatException.class)
        .hasMessageContaining("neither JSON nor gzip: 4 bytes");
    byte[] impossible = gzip(FIRST);
    impossible[impossible.length - 1] = (byte) 0x80;
    assertThatThrownBy(() -> new GzipJoiner(0).document(impossible))
        .isInstanceOf(DataFormatException.class);
    byte[] cut = Arrays.copyOf(gzip(FIRST), 40);
    assertThatThrownBy(() -> new GzipJoiner(0).document(cut))
        .isInstanceOf(DataFormatException.class);
  }

  @Test
  void passesOnThatADocumentIsDamaged() throws DataFormatException {
    byte[] damaged = gzip(FIRST);
    damaged[damaged.length - 8] ^= 1;
    byte[] joined = new GzipJoiner(0).document(damaged).json("]").toDocument();
    assertThatThrownBy(() -> decoder.decode(joined))
        .isInstanceOf(DataFormatException.class)
        .hasMessageContaining("CRC-32");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 255, 256, 65_535, 65_536, 1_000_003})
  void reckonsTheChecksumOfBothFromThatOfEach(int length) {
    byte[] all = new byte[1_000 + length];
    new Random(length).nextBytes(all);
    int first = crc(all, 0, 1_000);
    int second = crc(all, 1_000, length);
    assertThat(JoinedCrc.of(first, second, length)).isEqualTo(crc(all, 0, all.length));
  }

  private byte[] gzip(String json) {
    return encoder.encode(json.getBytes(UTF_8));
  }

  /// By our decoder and by the JDK's, which reads one member after another.
  private String unpacked(byte[] member) throws IOException, DataFormatException {
    byte[] content = decoder.decode(member);
    try (var in = new GZIPInputStream(new ByteArrayInputStream(member))) {
      assertThat(in.readAllBytes()).isEqualTo(content);
    }
    return new String(content, UTF_8);
  }

  private static int crc(byte[] bytes, int from, int length) {
    CRC32 crc = new CRC32();
    crc.update(bytes, from, length);
    return (int) crc.getValue();
  }
}
