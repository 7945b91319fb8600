package jigsaw.etl.load;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.concurrent.BlockingQueue;

/// What one LOAD DATA statement reads: whole chunks from a queue, up to a number of bytes or to the
/// end of the table. For one thread.
final class ChunkStream extends InputStream {
  private final BlockingQueue<byte[]> chunks;
  private final long maxBytes;
  private byte[] chunk = {};
  private int at;
  private long taken;
  private boolean tableEnded;

  ChunkStream(BlockingQueue<byte[]> chunks, long maxBytes) {
    this.chunks = chunks;
    this.maxBytes = maxBytes;
  }

  /// Whether the empty chunk has come that ends the table.
  boolean tableEnded() {
    return tableEnded;
  }

  /// Whether there is anything to load; waits for the next chunk.
  boolean hasContent() throws IOException {
    return at < chunk.length || takeChunk();
  }

  @Override
  public int read() throws IOException {
    return hasContent() ? chunk[at++] & 0xff : -1;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (!hasContent()) {
      return -1;
    }
    int count = Math.min(length, chunk.length - at);
    System.arraycopy(chunk, at, target, offset, count);
    at += count;
    return count;
  }

  private boolean takeChunk() throws IOException {
    if (tableEnded || taken >= maxBytes) {
      return false;
    }
    try {
      chunk = chunks.take();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw (IOException) new InterruptedIOException("the load was stopped").initCause(e);
    }
    at = 0;
    taken += chunk.length;
    tableEnded = chunk.length == 0;
    return !tableEnded;
  }
}
