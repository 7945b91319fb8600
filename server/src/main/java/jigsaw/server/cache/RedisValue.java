package jigsaw.server.cache;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32C;
import jigsaw.catalog.Document;
import jigsaw.server.store.CatalogKey;
import jigsaw.server.store.Generation;
import jigsaw.server.store.Lookup;

/// What stands in Redis. Key: `jigsaw:<generation tag>:<p, s, r or w><id>`, followed by `@<stamp>`
/// if the flight has one: a slow server can then never put an old document where others look for
/// one that shows a later change. Value: the document, then the CRC-32C of key and document in four
/// bytes, most significant first, so that a value that was damaged, cut or put under another key is
/// recognised.
final class RedisValue {
  private static final int CHECKSUM_BYTES = 4;

  private RedisValue() {}

  static byte[] key(Generation generation, Flight flight) {
    long key = flight.key();
    char kind =
        switch (CatalogKey.kind(key)) {
          case PRODUCT -> 'p';
          case STYLES -> 's';
          case RELATED -> 'r';
          case WHOLE_PAGE -> 'w';
          case LIST_PAGE, LIST_AFTER ->
              throw new IllegalArgumentException("only documents are kept in Redis");
        };
    String name = "jigsaw:" + generation.tag() + ':' + kind + CatalogKey.subject(key);
    return (flight.stamp() == 0 ? name : name + '@' + flight.stamp())
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  static byte[] encode(byte[] key, byte[] document) {
    byte[] value = Arrays.copyOf(document, document.length + CHECKSUM_BYTES);
    int checksum = checksum(key, document, document.length);
    for (int index = 0; index < CHECKSUM_BYTES; index++) {
      value[document.length + index] = (byte) (checksum >>> (24 - 8 * index));
    }
    return value;
  }

  /// The document in a value; absent if the value is not one of ours for this key, or damaged.
  static Lookup decode(byte[] key, byte[] value) {
    int length = value.length - CHECKSUM_BYTES;
    if (length < 1) {
      return Lookup.ABSENT;
    }
    int stored = 0;
    for (int index = length; index < value.length; index++) {
      stored = stored << 8 | (value[index] & 0xff);
    }
    if (stored != checksum(key, value, length)) {
      return Lookup.ABSENT;
    }
    byte[] document = Arrays.copyOf(value, length);
    return Document.claimsImpossibleLength(document) ? Lookup.ABSENT : new Lookup.Found(document);
  }

  private static int checksum(byte[] key, byte[] document, int length) {
    CRC32C crc = new CRC32C();
    crc.update(key);
    crc.update(document, 0, length);
    return (int) crc.getValue();
  }
}
