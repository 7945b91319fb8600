package jigsaw.server.http;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.ByteBufAllocatorMetricProvider;
import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import io.netty.channel.WriteBufferWaterMark;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import jigsaw.server.content.AnswerEncoder;

/// One port that answers HTTP requests, and a Unix domain socket if that is wanted. [#start] opens
/// them, [#stop] lets the requests under way finish first.
public final class HttpServer {
  private static final int BACKLOG = 4_096;
  // What may lie unread in the kernel. Netty reads all of it when a client closes its direction, so
  // this also bounds what such a client makes us keep.
  private static final int RECEIVE_BUFFER_BYTES = 65_536;
  // A client that reads nothing could otherwise have the kernel keep megabytes for it.
  private static final long UNSENT_BYTES = 65_536;
  private static final WriteBufferWaterMark WATER_MARK = new WriteBufferWaterMark(32_768, 65_536);
  private static final long POLL_MILLIS = 10;

  private final EventLoops loops;
  private final ConnectionLimit connections;
  private final Channel listener;
  private final Optional<UnixSocket> unixSocket;

  private HttpServer(
      EventLoops loops,
      ConnectionLimit connections,
      Channel listener,
      Optional<UnixSocket> unixSocket) {
    this.loops = loops;
    this.connections = connections;
    this.listener = listener;
    this.unixSocket = unixSocket;
  }

  /// Starts serving `routes`, without an access log. `observers` is asked once for each event loop.
  ///
  /// @throws IOException if the address cannot be bound
  public static HttpServer start(
      HttpSettings settings,
      RouteTable routes,
      AnswerEncoder encoder,
      Supplier<RequestObserver> observers)
      throws IOException {
    return start(settings, routes, encoder, observers, AccessLog.OFF);
  }

  /// The same with `accessLog`, which must outlive the server.
  public static HttpServer start(
      HttpSettings settings,
      RouteTable routes,
      AnswerEncoder encoder,
      Supplier<RequestObserver> observers,
      AccessLog accessLog)
      throws IOException {
    EventLoops loops = new EventLoops(settings, new StandardAnswers(encoder), observers, accessLog);
    ConnectionLimit connections = new ConnectionLimit(settings.clients());
    ServerBootstrap bootstrap =
        new ServerBootstrap()
            .group(loops.group())
            .option(ChannelOption.SO_BACKLOG, BACKLOG)
            .childOption(ChannelOption.ALLOW_HALF_CLOSURE, true)
            .childOption(ChannelOption.WRITE_BUFFER_WATER_MARK, WATER_MARK)
            .childHandler(
                new ConnectionInitializer(loops, routes, settings.timeouts(), connections));
    Optional<UnixSocket> unixSocket = Optional.empty();
    try {
      if (settings.unixSocket().isPresent()) {
        unixSocket =
            Optional.of(
                UnixSocket.open(
                    settings.unixSocket().get(), settings.transport(), bootstrap.clone()));
      }
      return new HttpServer(loops, connections, openPort(settings, bootstrap), unixSocket);
    } catch (IOException e) {
      unixSocket.ifPresent(UnixSocket::close);
      loops.stop();
      throw e;
    }
  }

  private static Channel openPort(HttpSettings settings, ServerBootstrap bootstrap)
      throws IOException {
    bootstrap
        .channel(settings.transport().serverChannel())
        .option(ChannelOption.SO_REUSEADDR, true)
        .option(ChannelOption.SO_RCVBUF, RECEIVE_BUFFER_BYTES)
        .childOption(ChannelOption.TCP_NODELAY, true);
    settings
        .transport()
        .unsentLimit()
        .ifPresent(limit -> bootstrap.childOption(limit, UNSENT_BYTES));
    String host = settings.bindAddress();
    var bound = bootstrap.bind(host, settings.port()).awaitUninterruptibly();
    if (!bound.isSuccess()) {
      String shown = (host.contains(":") ? '[' + host + ']' : host) + ':' + settings.port();
      String reason = bound.cause().getMessage();
      throw new IOException("cannot listen on " + shown + ": " + reason, bound.cause());
    }
    return bound.channel();
  }

  /// The port that is bound.
  public int port() {
    return ((InetSocketAddress) listener.localAddress()).getPort();
  }

  /// Memory outside the heap that all event loops of the process hold for buffers.
  public static long directMemoryBytes() {
    return ByteBufAllocator.DEFAULT instanceof ByteBufAllocatorMetricProvider allocator
        ? allocator.metric().usedDirectMemory()
        : 0;
  }

  /// How many connections are open.
  public int connections() {
    return connections.count();
  }

  /// Stops accepting, closes idle connections at once and the others after their next answer, and
  /// those that are left after `grace` at last. Returns when all is closed.
  public void stop(Duration grace) {
    long end = System.nanoTime() + grace.toNanos();
    listener.close().awaitUninterruptibly();
    unixSocket.ifPresent(UnixSocket::close);
    loops.drain();
    boolean interrupted = false;
    while (!interrupted && connections.count() > 0 && System.nanoTime() < end) {
      interrupted = !pause();
    }
    loops.stop();
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static boolean pause() {
    try {
      Thread.sleep(POLL_MILLIS);
      return true;
    } catch (InterruptedException e) {
      return false;
    }
  }
}
