package jigsaw.catalog;

import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/// Compresses small documents one after the other with one deflater: setting up a deflater costs
/// more than compressing a small document. What it makes can be joined by [GzipJoiner]. For one
/// thread at a time; [#close] frees native memory.
public final class GzipEncoder implements AutoCloseable {
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
    int end = deflate();
    crc.reset();
    crc.update(content);
    GzipLayout.putHeader(buffer);
    GzipLayout.putEnd(buffer, end, (int) crc.getValue(), content.length);
    return Arrays.copyOf(buffer, end + GzipLayout.endBytes());
  }

  @Override
  public void close() {
    deflater.end();
  }

  /// Writes all blocks but the last one and returns where they end, with room for the rest.
  private int deflate() {
    int length = GzipLayout.HEADER_BYTES;
    while (true) {
      int room = buffer.length - length - GzipLayout.endBytes();
      int written = deflater.deflate(buffer, length, room, Deflater.SYNC_FLUSH);
      length += written;
      // A flush is complete when it leaves room.
      if (written < room) {
        return length;
      }
      buffer = Arrays.copyOf(buffer, buffer.length * 2);
    }
  }
}
