package jigsaw.catalog;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.zip.Deflater;

/// How documents are laid out as gzip: one member (RFC 1952 section 2.3) of ten bytes of header
/// without time or name, the deflate stream, CRC-32 and length of the content, both little-endian.
///
/// The stream ends with an empty stored block, which ends at a whole byte, and an empty last block
/// (RFC 1951 sections 3.2.4 and 3.2.6). Whatever lies before the last block can therefore be copied
/// into another stream as it is.
final class GzipLayout {
  static final int HEADER_BYTES = 10;
  static final int TRAILER_BYTES = 8;

  private static final byte[] HEADER = {0x1f, (byte) 0x8b, Deflater.DEFLATED, 0, 0, 0, 0, 0, 0, -1};

  /// A block of fixed codes that holds its end alone.
  private static final byte[] LAST_BLOCK = {3, 0};

  /// Length 0 and its complement, as every empty stored block ends, then the last block.
  private static final byte[] JOINABLE_END = {0, 0, -1, -1, LAST_BLOCK[0], LAST_BLOCK[1]};

  private GzipLayout() {}

  static void putHeader(byte[] buffer) {
    System.arraycopy(HEADER, 0, buffer, 0, HEADER_BYTES);
  }

  /// Puts last block and trailer, [#endBytes] together.
  static void putEnd(byte[] buffer, int at, int crc, int contentLength) {
    System.arraycopy(LAST_BLOCK, 0, buffer, at, LAST_BLOCK.length);
    ByteBuffer.wrap(buffer, at + LAST_BLOCK.length, TRAILER_BYTES)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putInt(crc)
        .putInt(contentLength);
  }

  static int endBytes() {
    return LAST_BLOCK.length + TRAILER_BYTES;
  }

  /// The CRC-32 of the content, as the document says.
  static int crc(byte[] document) {
    return ByteBuffer.wrap(document, document.length - TRAILER_BYTES, Integer.BYTES)
        .order(ByteOrder.LITTLE_ENDIAN)
        .getInt();
  }

  /// Whether the stream of a document lies between header and last block in whole bytes.
  static boolean isJoinable(byte[] document) {
    int end = document.length - TRAILER_BYTES;
    int from = end - JOINABLE_END.length;
    return from >= HEADER_BYTES
        && Arrays.equals(HEADER, 0, HEADER_BYTES, document, 0, HEADER_BYTES)
        && Arrays.equals(JOINABLE_END, 0, JOINABLE_END.length, document, from, end);
  }
}
