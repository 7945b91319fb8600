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
/// breaker is open. What it takes is made by the thread that tends it, because that alone keeps a
/// slow processor busy for some tenths of a second.
final class RedisLink implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(RedisLink.class);
  private static final Duration TEND_INTERVAL = Duration.ofMillis(500);
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(1);
  // Lettuce's minimum.
  private static final int THREADS = 2;

  private final RedisSettings settings;
  private final Breaker breaker;
  private final AtomicBoolean started = new AtomicBoolean();
  private final AtomicBoolean connecting = new AtomicBoolean();
  private final ScheduledExecutorService tender =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("jigsaw-redis-tend").factory());
  private volatile RedisTopology.@Nullable Link link;
  private volatile boolean tried;
  private volatile @Nullable Client client;
  // Owned by the tending thread.
  private boolean lastUsable;
  private boolean complained;

  RedisLink(RedisSettings settings, Breaker breaker) {
    this.settings = settings;
    this.breaker = breaker;
  }

  /// Begins, if it has not begun yet.
  void start() {
    if (started.compareAndSet(false, true) && !tender.isShutdown()) {
      var _ =
          tender.scheduleWithFixedDelay(
              this::tend, 0, TEND_INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
    }
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
    try {
      var _ = tender.awaitTermination(CONNECT_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Client made = client;
    if (made != null) {
      made.close();
    }
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
    Client made = client;
    if (made == null) {
      made = Client.make(settings);
      client = made;
    }
    if (connecting.compareAndSet(false, true)) {
      var _ =
          made.topology
              .connect()
              .whenComplete((connected, failure) -> {
                if (failure == null) {
                  link = connected;
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
            .orTimeout(settings.timeout().toMillis(), TimeUnit.MILLISECONDS)
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

  /// Lettuce's client with its threads.
  private record Client(ClientResources resources, RedisTopology topology)
      implements AutoCloseable {
    static Client make(RedisSettings settings) {
      ClientResources resources =
          ClientResources.builder()
              .ioThreadPoolSize(THREADS)
              .computationThreadPoolSize(THREADS)
              .reconnectDelay(Delay.constant(TEND_INTERVAL))
              .build();
      return new Client(resources, RedisTopology.of(settings, resources, CONNECT_TIMEOUT));
    }

    @Override
    public void close() {
      topology.close(CONNECT_TIMEOUT);
      var _ = resources.shutdown(0, CONNECT_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
    }
  }
}
