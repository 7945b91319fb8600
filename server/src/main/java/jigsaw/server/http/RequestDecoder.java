package jigsaw.server.http;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import java.util.Arrays;

/// Makes requests of the octets of one connection and passes each on as soon as it is complete,
/// body included. A faulty one is passed on with its fault and is the last. While the answer queue
/// is not open, nothing is decoded or read.
///
/// Place in the pipeline: behind the queue, which tells it when to go on, and right before the
/// dispatcher, which takes its requests.
final class RequestDecoder extends ChannelInboundHandlerAdapter {
  private static final byte[] NONE = {};

  private final Loop loop;
  private final AnswerQueue queue;
  private final Request request = new Request();
  private final RequestReader reader = new RequestReader(request);

  private byte[] kept = NONE;
  private int keptLength;
  private boolean decoding;
  private boolean paused;
  private boolean inputEnded;
  private boolean receiving = true;
  private long receivingSince;
  private long lastReadNanos;

  RequestDecoder(Loop loop, AnswerQueue queue) {
    this.loop = loop;
    this.queue = queue;
    lastReadNanos = loop.nanoTime();
    receivingSince = lastReadNanos;
  }

  /// Whether a request is incomplete, or none has come yet.
  boolean receiving() {
    return receiving;
  }

  /// When the first octet of the incomplete request came.
  long receivingSince() {
    return receivingSince;
  }

  long lastReadNanos() {
    return lastReadNanos;
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    ByteBuf input = (ByteBuf) message;
    try {
      lastReadNanos = loop.nanoTime();
      if (!queue.ending()) {
        take(context, input);
      }
    } finally {
      input.release();
    }
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext context, Object event) {
    if (event == Signal.ROOM) {
      resume(context);
    } else if (event == Refusal.REQUEST_TIMEOUT) {
      timeOut(context);
    } else if (event instanceof ChannelInputShutdownEvent) {
      inputEnded = true;
      endWithInput();
    }
    context.fireUserEventTriggered(event);
  }

  private void take(ChannelHandlerContext context, ByteBuf input) {
    int length = input.readableBytes();
    if (keptLength == 0) {
      byte[] scratch = loop.scratch(length);
      input.readBytes(scratch, 0, length);
      decode(context, scratch, length);
    } else {
      if (kept.length - keptLength < length) {
        kept = Arrays.copyOf(kept, Math.max(2 * keptLength, keptLength + length));
      }
      input.readBytes(kept, keptLength, length);
      decode(context, kept, keptLength + length);
    }
  }

  /// Goes on with what was kept while the queue was full.
  private void resume(ChannelHandlerContext context) {
    if (paused && !decoding) {
      decode(context, kept, keptLength);
      endWithInput();
      queue.flush();
    }
  }

  private void decode(ChannelHandlerContext context, byte[] bytes, int end) {
    decoding = true;
    request.startNanos = lastReadNanos;
    int at = 0;
    boolean complete = true;
    while (complete && at < end && queue.open()) {
      int next = reader.read(bytes, at, end);
      complete = reader.complete();
      if (complete) {
        pass(context);
      } else if (reader.continueExpected()) {
        queue.expectContinue();
      }
      at = next;
    }
    keep(bytes, at, end);
    decoding = false;
    pauseUnless(context, queue.ending() || queue.open());
  }

  private void pass(ChannelHandlerContext context) {
    receiving = false;
    context.fireChannelRead(request);
    reader.reset();
  }

  /// Keeps the octets `bytes[at..end)` of a request that is incomplete or must wait.
  private void keep(byte[] bytes, int at, int end) {
    keptLength = queue.ending() ? 0 : end - at;
    if (keptLength == 0) {
      kept = NONE;
    } else if (keptLength > kept.length) {
      kept = Arrays.copyOfRange(bytes, at, end);
    } else {
      System.arraycopy(bytes, at, kept, 0, keptLength);
    }
    if (!receiving && (keptLength > 0 || reader.inBody())) {
      receiving = true;
      receivingSince = lastReadNanos;
    }
  }

  private void pauseUnless(ChannelHandlerContext context, boolean open) {
    if (paused == open) {
      paused = !open;
      // Netty closes the connection if it is told to read on behind the end of the input.
      if (!inputEnded) {
        context.channel().config().setAutoRead(open);
      }
    }
  }

  /// When the client has closed its direction, what is complete is still answered.
  private void endWithInput() {
    if (inputEnded && !paused) {
      queue.inputEnded();
    }
  }

  /// Refuses the incomplete request; a client that sent nothing at all gets no answer.
  private void timeOut(ChannelHandlerContext context) {
    if (keptLength == 0 && !reader.inBody()) {
      var _ = context.close();
    } else {
      request.head.refuse(Fault.REQUEST_TIMEOUT);
      pass(context);
      queue.flush();
    }
  }
}
