package jigsaw.catalog;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/// Compresses small documents one after the other with one deflater: setting up a deflater costs
/// more than compressing a small document. For one thread at a time; [#close] frees native memory.
///
/// Layout of a member (RFC 1952 section 2.3): ten bytes of header without time or name, the deflate
/// stream, CRC-32 and length of the content, both little-endian.
public final class GzipEncoder implements AutoCloseable {
  private static final byte[] HEADER = {0x1f, (byte) 0x8b, Deflater.DEFLATED, 0, 0, 0, 0, 0, 0, -1};
  private static final int TRAILER_BYTES = 8;

  private final Deflater deflater;
  private final CRC32 crc = new CRC32();
  private byte[] buffer = new byte[4096];

  /// `level` is 1 (fastest) to 9 (smallest), as [Deflater] takes it.
  public GzipEncoder(int level) {
    deflater = new Deflater(level, true);
  }

  /// The gzip form of `content`, as one member.
  public byte[] encode(byte[] content) {
    deflater.reset();
    deflater.setInput(content);
    deflater.finish();
    int length = HEADER.length;
    while (!deflater.finished()) {
      if (buffer.length - length < TRAILER_BYTES + 1) {
        buffer = Arrays.copyOf(buffer, buffer.length * 2);
      }
      length += deflater.deflate(buffer, length, buffer.length - length - TRAILER_BYTES);
    }
    System.arraycopy(HEADER, 0, buffer, 0, HEADER.length);
    crc.reset();
    crc.update(content);
    ByteBuffer.wrap(buffer, length, TRAILER_BYTES)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putInt((int) crc.getValue())
        .putInt(content.length);
    return Arrays.copyOf(buffer, length + TRAILER_BYTES);
  }

  @Override
  public void close() {
    deflater.end();
  }
}
