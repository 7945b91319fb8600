package jigsaw.server.http;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.channel.DefaultMaxMessagesRecvByteBufAllocator;

/// Has all connections of one event loop read into one spare buffer, which works because the
/// decoder takes the octets out before it returns. Only for transports that read when they have
/// been told that there is something, not for one that keeps a buffer ready on every connection.
final class SpareReads extends DefaultMaxMessagesRecvByteBufAllocator {
  private static final int READ_BYTES = 16_384;

  private final SpareBuffer spare = new SpareBuffer(READ_BYTES);

  @Override
  public MaxMessageHandle newHandle() {
    return new MaxMessageHandle() {
      @Override
      public ByteBuf allocate(ByteBufAllocator allocator) {
        return spare.borrow();
      }

      @Override
      public int guess() {
        return READ_BYTES;
      }
    };
  }
}
