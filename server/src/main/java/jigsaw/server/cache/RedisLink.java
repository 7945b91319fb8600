package jigsaw.server.cache;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.async.RedisAsyncCommands;
import io.lettuce.core.codec.ByteArrayCodec;
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
  private static final int REQUEST_QUEUE = 1024;
  // Lettuce's minimum.
  private static final int THREADS = 2;

  private final RedisURI uri;
  private final long probeTimeoutMillis;
  private final Breaker breaker;
  private final ClientResources resources;
  private final RedisClient client;
  private final AtomicBoolean connecting = new AtomicBoolean();
  private final ScheduledExecutorService tender =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("jigsaw-redis-tend").factory());
  private volatile @Nullable StatefulRedisConnection<byte[], byte[]> connection;
  private volatile boolean tried;
  // Owned by the tending thread.
  private boolean lastUsable;
  private boolean complained;

  RedisLink(RedisSettings settings, Breaker breaker) {
    this.breaker = breaker;
    uri = RedisURI.create(settings.url());
    uri.setTimeout(CONNECT_TIMEOUT);
    if (!settings.password().reveal().isEmpty()) {
      String user = settings.user().isEmpty() ? null : settings.user();
      uri.setCredentialsProvider(
          io.lettuce.core.RedisCredentialsProvider.from(
              () -> io.lettuce.core.RedisCredentials.just(user, settings.password().reveal())));
    }
    probeTimeoutMillis = settings.timeout().toMillis();
    resources =
        ClientResources.builder()
            .ioThreadPoolSize(THREADS)
            .computationThreadPoolSize(THREADS)
            .reconnectDelay(Delay.constant(TEND_INTERVAL))
            .build();
    client = RedisClient.create(resources);
    client.setOptions(
        ClientOptions.builder()
            .autoReconnect(true)
            .disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS)
            .requestQueueSize(REQUEST_QUEUE)
            .socketOptions(SocketOptions.builder().connectTimeout(CONNECT_TIMEOUT).build())
            .build());
  }

  void start() {
    var _ =
        tender.scheduleWithFixedDelay(
            this::tend, 0, TEND_INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
  }

  boolean isOpen() {
    StatefulRedisConnection<byte[], byte[]> link = connection;
    return link != null && link.isOpen();
  }

  /// Only after [#isOpen] has said yes.
  RedisAsyncCommands<byte[], byte[]> commands() {
    StatefulRedisConnection<byte[], byte[]> link = connection;
    if (link == null) {
      throw new IllegalStateException("not connected to Redis");
    }
    return link.async();
  }

  @Override
  public void close() {
    tender.shutdownNow();
    client.shutdown(Duration.ZERO, CONNECT_TIMEOUT);
    var _ = resources.shutdown(0, CONNECT_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void tend() {
    try {
      if (connection == null) {
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
          client
              .connectAsync(ByteArrayCodec.INSTANCE, uri)
              .whenComplete((made, failure) -> {
                if (failure == null) {
                  connection = made;
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
