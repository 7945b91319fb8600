package jigsaw.server.http;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.SocketChannel;

/// Ends a connection that takes too long: to send a request, to take its answers, to close, or to
/// do anything at all. It is asked by its loop several times a second instead of having timers.
///
/// Place in the pipeline: behind the limit, so that it knows only accepted connections, and before
/// everything that works for them.
final class ConnectionTimeouts extends ChannelInboundHandlerAdapter {
  /// What a client must take within the write timeout, unless there is less for it.
  private static final int MIN_SENT_BYTES = 16_384;

  private static final long LINGER_NANOS = 2_000_000_000L;

  private final Channel channel;
  private final Loop loop;
  private final RequestDecoder decoder;
  private final AnswerQueue queue;
  private final long requestNanos;
  private final long idleNanos;
  private final long writeNanos;

  private Phase phase = Phase.RECEIVING;
  private long phaseStart;
  private long phaseSentBytes;

  ConnectionTimeouts(
      Channel channel,
      Loop loop,
      HttpTimeouts timeouts,
      RequestDecoder decoder,
      AnswerQueue queue) {
    this.channel = channel;
    this.loop = loop;
    this.decoder = decoder;
    this.queue = queue;
    requestNanos = timeouts.request().toNanos();
    idleNanos = timeouts.idle().toNanos();
    writeNanos = timeouts.write().toNanos();
  }

  @Override
  public void channelActive(ChannelHandlerContext context) {
    phaseStart = loop.nanoTime();
    loop.add(this);
    context.fireChannelActive();
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    loop.remove(this);
    context.fireChannelInactive();
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext context, Object event) {
    if (event instanceof Refusal refusal) {
      loop.observer().refused(refusal);
    }
    context.fireUserEventTriggered(event);
  }

  /// Closes the connection if it has no request under way.
  void closeIfIdle() {
    if (!decoder.receiving() && !queue.waiting() && !queue.writer().unsent()) {
      var _ = channel.close();
    }
  }

  /// Looks what the connection is doing and ends it if it has done that for too long.
  void check(long nowNanos) {
    Phase current = phase();
    long sentBytes = queue.writer().sentBytes();
    if (current != phase || sentBytes - phaseSentBytes >= MIN_SENT_BYTES) {
      phase = current;
      phaseStart = nowNanos;
      phaseSentBytes = sentBytes;
    }
    switch (current) {
      case RECEIVING -> {
        if (nowNanos - Math.max(phaseStart, decoder.receivingSince()) >= requestNanos) {
          channel.pipeline().fireUserEventTriggered(Refusal.REQUEST_TIMEOUT);
        }
      }
      case IDLE -> {
        if (nowNanos - Math.max(phaseStart, decoder.lastReadNanos()) >= idleNanos) {
          loop.observer().refused(Refusal.IDLE_TIMEOUT);
          var _ = channel.close();
        }
      }
      case SENDING -> {
        if (nowNanos - phaseStart >= writeNanos) {
          loop.observer().refused(Refusal.WRITE_TIMEOUT);
          abort();
        }
      }
      case CLOSING -> {
        if (nowNanos - phaseStart >= LINGER_NANOS) {
          var _ = channel.close();
        }
      }
      case ANSWERING -> {}
    }
  }

  private Phase phase() {
    if (queue.writer().unsent()) {
      return Phase.SENDING;
    }
    if (queue.ended()) {
      return Phase.CLOSING;
    }
    if (queue.waiting()) {
      return Phase.ANSWERING;
    }
    return decoder.receiving() ? Phase.RECEIVING : Phase.IDLE;
  }

  /// Closes without waiting for the client to take the rest, which would keep it in memory.
  private void abort() {
    if (channel instanceof SocketChannel socket) {
      socket.config().setSoLinger(0);
    }
    var _ = channel.close();
  }

  /// What a connection is doing; answers on their way have deadlines of their own.
  private enum Phase {
    RECEIVING,
    ANSWERING,
    SENDING,
    IDLE,
    CLOSING
  }
}
