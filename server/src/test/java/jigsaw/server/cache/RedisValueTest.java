package jigsaw.server.cache;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jigsaw.server.content.Pending;
import jigsaw.server.store.CatalogKey;
import jigsaw.server.store.Generation;
import jigsaw.server.store.Lookup;
import org.junit.jupiter.api.Test;

class RedisValueTest {
  private static final Generation GENERATION = new Generation(7, "7-20260101", 10);
  private static final byte[] KEY = key(42, 0);
  private static final byte[] DOCUMENT = "{\"a\":1}".getBytes(UTF_8);

  @Test
  void putsGenerationKindAndIdIntoTheKey() {
    assertThat(new String(KEY, UTF_8)).isEqualTo("jigsaw:7-20260101:s42");
  }

  @Test
  void putsTheStampOfAChangeIntoTheKey() {
    assertThat(new String(key(42, 17), UTF_8)).isEqualTo("jigsaw:7-20260101:s42@17");
  }

  @Test
  void givesBackWhatWasKept() {
    Lookup lookup = RedisValue.decode(KEY, RedisValue.encode(KEY, DOCUMENT));
    assertThat(lookup).isInstanceOf(Lookup.Found.class);
    assertThat(((Lookup.Found) lookup).body()).isEqualTo(DOCUMENT);
  }

  @Test
  void takesAnyChangedByteForAMiss() {
    byte[] value = RedisValue.encode(KEY, DOCUMENT);
    for (int index = 0; index < value.length; index++) {
      byte[] damaged = value.clone();
      damaged[index] ^= 1;
      assertThat(RedisValue.decode(KEY, damaged)).isEqualTo(Lookup.ABSENT);
    }
  }

  @Test
  void takesTheValueOfAnotherKeyForAMiss() {
    byte[] other = key(43, 0);
    assertThat(RedisValue.decode(other, RedisValue.encode(KEY, DOCUMENT))).isEqualTo(Lookup.ABSENT);
  }

  @Test
  void takesGzipOfAnImpossibleLengthForAMiss() {
    byte[] document = new byte[24];
    document[0] = 0x1f;
    document[1] = (byte) 0x8b;
    document[23] = (byte) 0x80;
    byte[] value = RedisValue.encode(KEY, document);
    assertThat(RedisValue.decode(KEY, value)).isEqualTo(Lookup.ABSENT);
  }

  @Test
  void takesWhatIsTooShortForAMiss() {
    for (int length = 0; length <= 4; length++) {
      assertThat(RedisValue.decode(KEY, new byte[length])).isEqualTo(Lookup.ABSENT);
    }
  }

  private static byte[] key(int product, long stamp) {
    return RedisValue.key(GENERATION, new Flight(CatalogKey.styles(product), stamp, new Pending()));
  }
}
