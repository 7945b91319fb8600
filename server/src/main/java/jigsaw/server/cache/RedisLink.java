package jigsaw.server.cache;

import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.Delay;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The connection to Redis: made when Redis appears, made again when it was lost, probed while the
/// breaker is open.
final class RedisLink implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(RedisLink.class);
  private static final Duration TEND_INTERVAL = Duration.ofMillis(500);
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(1);
  // Lettuce's minimum.
  private static final int THREADS = 2;

  private final long probeTimeoutMillis;
  private final Breaker breaker;
  private final ClientResources resources;
  private final RedisTopology topology;
  private final AtomicBoolean connecting = new AtomicBoolean();
  private final ScheduledExecutorService tender =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("jigsaw-redis-tend").factory());
  private volatile RedisTopology.@Nullable Link link;
  private volatile boolean tried;
  // Owned by the tending thread.
  private boolean lastUsable;
  private boolean complained;

  RedisLink(RedisSettings settings, Breaker breaker) {
    this.breaker = breaker;
    probeTimeoutMillis = settings.timeout().toMillis();
    resources =
        ClientResources.builder()
            .ioThreadPoolSize(THREADS)
            .computationThreadPoolSize(THREADS)
            .reconnectDelay(Delay.constant(TEND_INTERVAL))
            .build();
    topology = RedisTopology.of(settings, resources, CONNECT_TIMEOUT);
  }

  void start() {
    var _ =
        tender.scheduleWithFixedDelay(
            this::tend, 0, TEND_INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
  }

  boolean isOpen() {
    RedisTopology.Link made = link;
    return made != null && made.connection().isOpen();
  }

  /// Only after [#isOpen] has said yes.
  RedisClusterAsyncCommands<byte[], byte[]> commands() {
    RedisTopology.Link made = link;
    if (made == null) {
      throw new IllegalStateException("not connected to Redis");
    }
    return made.commands();
  }

  @Override
  public void close() {
    tender.shutdownNow();
    topology.close(CONNECT_TIMEOUT);
    var _ = resources.shutdown(0, CONNECT_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void tend() {
    try {
      if (link == null) {
        connect();
      } else if (isOpen() && !breaker.isClosed()) {
        probe();
      }
      tellChange();
    } catch (RuntimeException e) {
      LOG.warn("Looking after the connection to Redis failed", e);
    }
  }

  private void connect() {
    if (connecting.compareAndSet(false, true)) {
      var _ =
          topology
              .connect()
              .whenComplete((made, failure) -> {
                if (failure == null) {
                  link = made;
                }
                tried = true;
                connecting.set(false);
              });
    }
  }

  private void probe() {
    var _ =
        commands()
            .ping()
            .toCompletableFuture()
            .orTimeout(probeTimeoutMillis, TimeUnit.MILLISECONDS)
            .thenRun(breaker::succeeded);
  }

  private void tellChange() {
    boolean usable = isOpen() && breaker.isClosed();
    if (usable && !lastUsable) {
      LOG.info("Redis answers");
    } else if (!usable && tried && (lastUsable || !complained)) {
      complained = true;
      LOG.warn("Redis does not answer; answers come from the database");
    }
    lastUsable = usable;
  }
}
