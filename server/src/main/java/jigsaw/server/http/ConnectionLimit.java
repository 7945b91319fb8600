package jigsaw.server.http;

import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.net.SocketAddress;
import java.util.concurrent.atomic.AtomicInteger;

/// Closes connections above the limits as soon as they are accepted. One for all connections.
///
/// Place in the pipeline: first, so that a connection that is turned away costs nothing else.
@Sharable
final class ConnectionLimit extends ChannelInboundHandlerAdapter {
  private final ClientSettings clients;
  private final AtomicInteger count = new AtomicInteger();
  private final AddressCounts addresses = new AddressCounts();

  ConnectionLimit(ClientSettings clients) {
    this.clients = clients;
  }

  /// How many connections are open.
  int count() {
    return count.get();
  }

  @Override
  public void channelActive(ChannelHandlerContext context) {
    SocketAddress peer = context.channel().remoteAddress();
    boolean tooMany = count.incrementAndGet() > clients.maxConnections();
    boolean tooManyOfOne =
        isLimited(peer) && addresses.add(peer) > clients.maxConnectionsPerAddress();
    if (tooMany || tooManyOfOne) {
      context.fireUserEventTriggered(tooMany ? Refusal.CONNECTION_LIMIT : Refusal.ADDRESS_LIMIT);
      var _ = context.close();
    } else {
      context.fireChannelActive();
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    SocketAddress peer = context.channel().remoteAddress();
    count.decrementAndGet();
    if (isLimited(peer)) {
      addresses.remove(peer);
    }
    context.fireChannelInactive();
  }

  private boolean isLimited(SocketAddress peer) {
    return clients.maxConnectionsPerAddress() > 0 && !clients.trustedProxies().contains(peer);
  }
}
