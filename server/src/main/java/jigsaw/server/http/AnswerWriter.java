package jigsaw.server.http;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelOutboundBuffer;
import java.nio.charset.StandardCharsets;
import jigsaw.server.content.Preamble;
import jigsaw.server.content.Representation;
import org.jspecify.annotations.Nullable;

/// Writes answers as bytes: small ones of a read burst go into one buffer and one flush; of a large
/// one only as much is copied as the channel can take, the rest follows when it is writable again.
/// One per connection, used on its event loop only.
final class AnswerWriter {
  private static final int BUFFER_BYTES = 32_768;
  private static final byte[] NONE = {};
  private static final byte[] CONTINUE =
      "HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

  private final Channel channel;
  private final HttpDate date;
  private final SpareBuffer spare;
  private @Nullable ByteBuf buffer;
  private boolean burst;
  private byte[] rest = NONE;
  private int restStart;
  private long writtenBytes;

  AnswerWriter(Channel channel, Loop loop) {
    this.channel = channel;
    date = loop.date();
    spare = loop.spare();
  }

  /// Whether another answer can be written: the channel takes it and no body is half written.
  boolean ready() {
    return !halfWritten() && channel.isWritable();
  }

  /// Whether the rest of a body is still to be written.
  boolean halfWritten() {
    return restStart < rest.length;
  }

  /// Whether something was written that the channel has not handed to the operating system yet.
  boolean unsent() {
    return halfWritten() || pendingBytes() > 0;
  }

  /// How many octets the operating system has taken so far, give or take the channel's overhead.
  long sentBytes() {
    return writtenBytes - pendingBytes();
  }

  /// Writes `representation`, which must only be done when [#ready].
  ///
  /// @return the octets of the answer
  int write(Representation representation, AnswerForm form) {
    Preamble preamble =
        form.notModified ? representation.notModifiedPreamble() : representation.preamble();
    byte[] head = form.notModified ? representation.notModifiedHead() : representation.head();
    byte[] body = form.notModified || form.headOnly ? NONE : representation.body();
    byte[] connection = form.connection;
    int headBytes = preamble.bytes().length + connection.length + head.length;
    int length = headBytes + body.length;
    ByteBuf out = room(length <= BUFFER_BYTES ? length : headBytes);
    int start = out.writerIndex();
    out.writeBytes(preamble.bytes());
    out.setBytes(start + preamble.dateOffset(), date.bytes());
    out.writeBytes(connection).writeBytes(head);
    if (length <= BUFFER_BYTES) {
      out.writeBytes(body);
    } else {
      rest = body;
      restStart = 0;
      writeRest();
    }
    return length;
  }

  /// Writes the interim answer to `Expect: 100-continue` (RFC 9110 section 15.2.1).
  void writeContinue() {
    room(CONTINUE.length).writeBytes(CONTINUE);
  }

  /// Goes on with a half-written body as far as the channel takes it.
  void writeRest() {
    while (halfWritten() && channel.isWritable()) {
      int length = Math.min(BUFFER_BYTES, rest.length - restStart);
      room(length).writeBytes(rest, restStart, length);
      restStart += length;
    }
    if (!halfWritten()) {
      forgetRest();
    }
  }

  /// Sends what was written since the last flush.
  void flush() {
    if (burst) {
      handOver();
      burst = false;
      channel.flush();
    }
  }

  /// Sends what was written and tells when all of it is with the operating system.
  ChannelFuture flushLast() {
    ByteBuf last = buffer != null ? buffer : channel.alloc().directBuffer(0);
    buffer = null;
    writtenBytes += last.readableBytes();
    return channel.writeAndFlush(last);
  }

  /// Drops what was not sent.
  void release() {
    if (buffer != null) {
      buffer.release();
      buffer = null;
    }
    forgetRest();
  }

  /// A buffer with room for `length` octets. Most bursts are one small answer, for which the loop's
  /// spare buffer will do; what follows shares large ones.
  private ByteBuf room(int length) {
    if (buffer != null && buffer.writableBytes() >= length) {
      return buffer;
    }
    handOver();
    ByteBuf next = burst || length > spare.bytes() ? allocate(length) : spare.borrow();
    burst = true;
    buffer = next;
    return next;
  }

  /// The first buffer of a burst is made to measure.
  private ByteBuf allocate(int length) {
    return channel.alloc().directBuffer(burst ? BUFFER_BYTES : length);
  }

  private void forgetRest() {
    rest = NONE;
    restStart = 0;
  }

  private void handOver() {
    if (buffer != null) {
      writtenBytes += buffer.readableBytes();
      var _ = channel.write(buffer, channel.voidPromise());
      buffer = null;
    }
  }

  private long pendingBytes() {
    ChannelOutboundBuffer pending = channel.unsafe().outboundBuffer();
    return pending == null ? 0 : pending.totalPendingWriteBytes();
  }
}
