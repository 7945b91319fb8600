package jigsaw.server.http;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import jigsaw.jmh.CachedCatalogue;
import jigsaw.jmh.SampleRequests;
import jigsaw.server.metrics.ServerMetrics;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/// What does a cached hit cost from the octets of the request to those of the answer, with routing,
/// cache, entity tag and metrics, but without a network? The kinds differ in the request's fields;
/// `notModified` has If-None-Match. `jigsaw jmh Pipeline`
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(
    value = 2,
    jvmArgsAppend = {
      EventLoopExecutor.USE,
      EventLoopExecutor.NAME,
      "-Dio.netty.leakDetection.level=disabled"
    })
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class PipelineBenchmark {
  private static final int IDS = 512;

  @Param({"minimal", "gzip", "browser", "notModified"})
  public String kind = "";

  private static final HttpTimeouts TIMEOUTS =
      new HttpTimeouts(
          Duration.ofSeconds(10),
          Duration.ofSeconds(75),
          Duration.ofSeconds(30),
          Duration.ofMillis(850));

  private final CachedCatalogue catalogue = new CachedCatalogue();
  private final ByteBuf[] requests = new ByteBuf[IDS];
  private final EmbeddedChannel channel = new EmbeddedChannel();
  private int next;

  @Setup
  public void connect() {
    RouteTable routes = catalogue.routes();
    ServerMetrics metrics = new ServerMetrics(routes.templates());
    Loop loop =
        new Loop(
            channel.eventLoop(),
            TIMEOUTS,
            new StandardAnswers(catalogue.encoder()),
            metrics.observer(),
            InstantSource.system(),
            System::nanoTime);
    ConnectionInitializer.build(
        channel, loop, routes, TIMEOUTS, new ConnectionLimit(ClientSettings.atMost(1)));
    channel.pipeline().fireChannelActive();
    for (int i = 0; i < IDS; i++) {
      requests[i] = Unpooled.directBuffer().writeBytes(request("/products/" + (1 + i * 1_999)));
      exchange(requests[i]);
    }
  }

  @TearDown
  public void disconnect() {
    channel.finishAndReleaseAll();
  }

  @Benchmark
  public int hit() {
    next = (next + 1) % IDS;
    return exchange(requests[next]);
  }

  private int exchange(ByteBuf request) {
    channel.pipeline().fireChannelRead(request.retain().readerIndex(0)).fireChannelReadComplete();
    int bytes = 0;
    for (ByteBuf answer = channel.readOutbound(); answer != null; answer = channel.readOutbound()) {
      bytes += answer.readableBytes();
      answer.release();
    }
    return bytes;
  }

  private byte[] request(String path) {
    return kind.equals("notModified")
        ? SampleRequests.get(path, "If-None-Match: *\r\n")
        : SampleRequests.of(kind, path);
  }
}
