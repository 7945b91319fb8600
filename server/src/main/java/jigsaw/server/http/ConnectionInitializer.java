package jigsaw.server.http;

import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelPipeline;

/// Builds the pipeline of each accepted connection. This is the whole way of a request: octets come
/// in at the top, the answer is written by the queue.
final class ConnectionInitializer extends ChannelInitializer<Channel> {
  private final EventLoops loops;
  private final RouteTable routes;
  private final HttpTimeouts timeouts;
  private final ConnectionLimit limit;

  ConnectionInitializer(
      EventLoops loops, RouteTable routes, HttpTimeouts timeouts, ConnectionLimit limit) {
    this.loops = loops;
    this.routes = routes;
    this.timeouts = timeouts;
    this.limit = limit;
  }

  @Override
  protected void initChannel(Channel channel) {
    build(channel, loops.adopt(channel), routes, timeouts, limit);
  }

  static void build(
      Channel channel, Loop loop, RouteTable routes, HttpTimeouts timeouts, ConnectionLimit limit) {
    AnswerQueue queue = new AnswerQueue(channel, loop);
    RequestDecoder decoder = new RequestDecoder(loop, queue);
    ChannelPipeline pipeline = channel.pipeline();
    // First: a connection too many must not cost more than its refusal.
    pipeline.addLast(limit);
    // Knows accepted connections only; sees all that happens to them.
    pipeline.addLast(new ConnectionTimeouts(channel, loop, timeouts, decoder, queue));
    // Sends answers in order; makes room before the decoder goes on.
    pipeline.addLast(queue);
    // Octets become requests, one at a time, while the queue is open.
    pipeline.addLast(decoder);
    // Requests become answers; last, because it ends every failure too.
    pipeline.addLast(new RequestDispatcher(routes, loop, queue));
  }
}
