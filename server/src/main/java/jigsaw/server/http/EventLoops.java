package jigsaw.server.http;

import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.EventExecutor;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// The event loops of one port and what the connections of each share.
final class EventLoops {
  private final EventLoopGroup group;
  private final boolean sharedReads;
  private final Map<EventLoop, Loop> loops = new HashMap<>();

  EventLoops(
      HttpSettings settings,
      StandardAnswers answers,
      Supplier<RequestObserver> observers,
      AccessLog accessLog) {
    sharedReads = settings.transport().readsWhenReady();
    group =
        new MultiThreadIoEventLoopGroup(
            settings.eventLoopCount(),
            new DefaultThreadFactory("http"),
            settings.transport().ioHandlers());
    for (EventExecutor executor : group) {
      EventLoop thread = (EventLoop) executor;
      Loop loop =
          new Loop(
              thread,
              settings.timeouts(),
              answers,
              observers.get(),
              accessLog,
              settings.clients().trustedProxies(),
              InstantSource.system(),
              System::nanoTime);
      loops.put(thread, loop);
    }
  }

  EventLoopGroup group() {
    return group;
  }

  /// What a channel that was just accepted shares with the others of its event loop.
  Loop adopt(Channel channel) {
    Loop loop = Objects.requireNonNull(loops.get(channel.eventLoop()));
    if (sharedReads) {
      channel.config().setRecvByteBufAllocator(loop.reads());
    }
    return loop;
  }

  /// Has every connection end with its next answer.
  void drain() {
    if (!group.isShuttingDown()) {
      loops.forEach((thread, loop) -> thread.execute(loop::drain));
    }
  }

  /// Closes what is still open and ends the threads.
  void stop() {
    group.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
  }
}
