package jigsaw.verify.faults;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Sends requests on kept connections, one at a time on each; opens one more when none is free, so
/// that a request never waits for another. With very many under way it opens no more: a process
/// without descriptors could not even end what it has started. The port for health keeps few
/// connections, because it accepts few, and others want to ask it, too.
final class Client implements AutoCloseable {
  private static final int MAX_BODY = 16 << 20;
  private static final int MAX_CONNECTIONS = 4_000;
  private static final int MAX_IDLE_FOR_HEALTH = 8;

  private final Bodies bodies;
  private final MultiThreadIoEventLoopGroup group =
      new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
  // Owned by the one event loop.
  private final Map<Integer, Deque<Channel>> idle = new HashMap<>();
  private int connections;

  Client(Bodies bodies) {
    this.bodies = bodies;
  }

  /// Sends now. Any thread.
  void send(Shot shot) {
    group.execute(() -> sendOnLoop(shot));
  }

  /// Ends what is under way.
  @Override
  public void close() {
    group.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
  }

  private void sendOnLoop(Shot shot) {
    Deque<Channel> free = idle.computeIfAbsent(shot.port, _ -> new ArrayDeque<>());
    Channel channel = free.poll();
    while (channel != null && !channel.isActive()) {
      channel = free.poll();
    }
    if (channel != null) {
      write(channel, shot);
      return;
    }
    shot.sentNanos = System.nanoTime();
    if (connections == MAX_CONNECTIONS) {
      shot.endNanos = shot.sentNanos;
      return;
    }
    connections++;
    new Bootstrap()
        .group(group)
        .channel(NioSocketChannel.class)
        .handler(new Pipeline())
        .connect("127.0.0.1", shot.port)
        .addListener(
            (ChannelFutureListener)
                connected -> {
                  if (connected.isSuccess()) {
                    write(connected.channel(), shot);
                  } else {
                    connections--;
                    shot.endNanos = System.nanoTime();
                  }
                });
  }

  private static void write(Channel channel, Shot shot) {
    shot.sentNanos = shot.sentNanos == 0 ? System.nanoTime() : shot.sentNanos;
    channel.pipeline().get(Receiver.class).awaited = shot;
    var request = new DefaultFullHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.GET, shot.target);
    request.headers().set(HttpHeaderNames.HOST, "127.0.0.1");
    var _ = channel.writeAndFlush(request, channel.voidPromise());
  }

  private final class Pipeline extends ChannelInitializer<Channel> {
    @Override
    protected void initChannel(Channel channel) {
      channel
          .pipeline()
          .addLast(new HttpClientCodec(), new HttpObjectAggregator(MAX_BODY), new Receiver());
    }
  }

  /// Notes what became of the request that was sent last.
  private final class Receiver extends SimpleChannelInboundHandler<FullHttpResponse> {
    private @Nullable Shot awaited;

    @Override
    protected void channelRead0(ChannelHandlerContext context, FullHttpResponse answer) {
      Shot shot = awaited;
      awaited = null;
      if (shot == null) {
        var _ = context.close();
        return;
      }
      shot.endNanos = System.nanoTime();
      shot.status = answer.status().code();
      shot.retryAfter = answer.headers().contains(HttpHeaderNames.RETRY_AFTER);
      shot.wrongBody =
          shot.status == 200
              && shot.kind != Kind.LIVE
              && !bodies.isRight(shot.target, ByteBufUtil.getBytes(answer.content()));
      Deque<Channel> free = idle.computeIfAbsent(shot.port, _ -> new ArrayDeque<>());
      boolean needed = shot.kind != Kind.LIVE || free.size() < MAX_IDLE_FOR_HEALTH;
      if (needed && HttpUtil.isKeepAlive(answer)) {
        free.push(context.channel());
      } else {
        var _ = context.close();
      }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
      connections--;
      if (awaited != null) {
        awaited.endNanos = System.nanoTime();
      }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
      var _ = context.close();
    }
  }
}
