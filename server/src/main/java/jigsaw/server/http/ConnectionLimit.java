package jigsaw.server.http;

import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.util.concurrent.atomic.AtomicInteger;

/// Closes connections above the limit as soon as they are accepted. One for all connections.
///
/// Place in the pipeline: first, so that a connection that is turned away costs nothing else.
@Sharable
final class ConnectionLimit extends ChannelInboundHandlerAdapter {
  private final int limit;
  private final AtomicInteger count = new AtomicInteger();

  ConnectionLimit(int limit) {
    this.limit = limit;
  }

  /// How many connections are open.
  int count() {
    return count.get();
  }

  @Override
  public void channelActive(ChannelHandlerContext context) {
    if (count.incrementAndGet() > limit) {
      context.fireUserEventTriggered(Refusal.CONNECTION_LIMIT);
      var _ = context.close();
    } else {
      context.fireChannelActive();
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    count.decrementAndGet();
    context.fireChannelInactive();
  }
}
