package jigsaw.server.http;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.UnpooledByteBufAllocator;

/// A small direct buffer that the connections of one event loop borrow in turn. Most of what is
/// written is with the operating system when its flush returns, and then the same memory serves the
/// next connection: no look into the allocator for a request.
///
/// Used on the loop's thread only. It lives as long as its loop, so leak detection leaves it out.
final class SpareBuffer {
  private final UnpooledByteBufAllocator allocator = new UnpooledByteBufAllocator(true, true);
  private final int bytes;
  private ByteBuf buffer;

  SpareBuffer(int bytes) {
    this.bytes = bytes;
    buffer = fresh();
  }

  /// How much a buffer holds.
  int bytes() {
    return bytes;
  }

  /// An empty buffer, which the caller must release. One that an earlier borrower still needs is
  /// left to it.
  ByteBuf borrow() {
    if (buffer.refCnt() > 1) {
      buffer.release();
      buffer = fresh();
    }
    return buffer.clear().retain();
  }

  private ByteBuf fresh() {
    return allocator.directBuffer(bytes, bytes);
  }
}
