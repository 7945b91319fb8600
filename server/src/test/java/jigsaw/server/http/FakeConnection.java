package jigsaw.server.http;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import jigsaw.server.content.Answer;
import jigsaw.server.content.AnswerEncoder;
import jigsaw.server.content.ConstantFields;

/// One connection without a network, whose time stands still unless it is moved.
final class FakeConnection implements AutoCloseable, RequestObserver {
  static final HttpTimeouts TIMEOUTS =
      new HttpTimeouts(
          Duration.ofSeconds(10),
          Duration.ofSeconds(75),
          Duration.ofSeconds(30),
          Duration.ofMillis(900));

  final List<Refusal> refusals = new ArrayList<>();
  final List<Integer> statuses = new ArrayList<>();
  final EmbeddedChannel channel = new EmbeddedChannel();

  private final AtomicLong nanos = new AtomicLong(1);
  private final AnswerEncoder encoder = encoder();
  private final Loop loop;
  private int opened;

  FakeConnection(Route... routes) {
    this(AccessLog.OFF, routes);
  }

  FakeConnection(AccessLog accessLog, Route... routes) {
    this(accessLog, TrustedProxies.NONE, routes);
  }

  FakeConnection(AccessLog accessLog, TrustedProxies proxies, Route... routes) {
    StandardAnswers answers = new StandardAnswers(encoder);
    InstantSource clock = InstantSource.fixed(Instant.EPOCH);
    loop =
        new Loop(
            channel.eventLoop(), TIMEOUTS, answers, this, accessLog, proxies, clock, nanos::get);
    ConnectionInitializer.build(
        channel,
        loop,
        RouteTable.of(routes),
        TIMEOUTS,
        new ConnectionLimit(ClientSettings.atMost(10)));
    channel.pipeline().fireChannelActive();
  }

  static AnswerEncoder encoder() {
    return new AnswerEncoder(new ConstantFields("max-age=60", "*", 600));
  }

  Answer json(String text) {
    return encoder.json(text.getBytes(StandardCharsets.UTF_8));
  }

  /// Sends octets and returns what is answered.
  String send(String octets) {
    channel.writeInbound(Unpooled.copiedBuffer(octets, StandardCharsets.ISO_8859_1));
    return answers();
  }

  /// All octets written since the last look, after the loop has done what was left to it.
  String answers() {
    channel.runPendingTasks();
    StringBuilder text = new StringBuilder();
    ByteBuf buffer = channel.readOutbound();
    while (buffer != null) {
      text.append(buffer.toString(StandardCharsets.ISO_8859_1));
      buffer.release();
      buffer = channel.readOutbound();
    }
    return text.toString();
  }

  /// Lets time pass and has the loop look at it.
  void pass(Duration time) {
    nanos.addAndGet(time.toNanos());
    loop.tick();
  }

  void drain() {
    loop.drain();
  }

  boolean open() {
    return channel.isOpen();
  }

  int openConnections() {
    return opened;
  }

  @Override
  public void answered(int route, int status, long bytes, long tookNanos) {
    statuses.add(status);
  }

  @Override
  public void opened() {
    opened++;
  }

  @Override
  public void closed() {
    opened--;
  }

  @Override
  public void refused(Refusal reason) {
    refusals.add(reason);
  }

  @Override
  public void close() {
    channel.finishAndReleaseAll();
  }
}
