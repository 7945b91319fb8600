package jigsaw.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OctetsTest {
  private final Random random = new Random(1);

  @Test
  void skipsValuesAsOctetByOctet() {
    for (int round = 0; round < 200_000; round++) {
      byte[] bytes = new byte[random.nextInt(40)];
      for (int i = 0; i < bytes.length; i++) {
        bytes[i] = octet();
      }
      int from = random.nextInt(bytes.length + 1);
      int end = from + random.nextInt(bytes.length - from + 1);
      assertThat(Octets.skipValue(bytes, from, end))
          .isEqualTo(Octets.skip(Octets.VALUE, bytes, from, end));
    }
  }

  @Test
  void findsEveryOctetThatNoValueMayHoldAtEveryPlace() {
    for (int octet = 0; octet < 256; octet++) {
      for (int at = 0; at < 20; at++) {
        byte[] bytes = "twenty visible ones!".getBytes(StandardCharsets.US_ASCII);
        bytes[at] = (byte) octet;
        boolean allowed = Octets.is(Octets.VALUE, (byte) octet);
        assertThat(Octets.skipValue(bytes, 0, bytes.length)).isEqualTo(allowed ? 20 : at);
      }
    }
  }

  /// Mostly what values hold, so that bad octets come at every place of a run.
  private byte octet() {
    return (byte) (random.nextInt(16) == 0 ? random.nextInt(256) : 0x20 + random.nextInt(0x5f));
  }
}
