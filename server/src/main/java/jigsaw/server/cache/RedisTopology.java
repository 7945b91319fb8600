package jigsaw.server.cache;

import io.lettuce.core.AbstractRedisClient;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisCredentials;
import io.lettuce.core.RedisCredentialsProvider;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.api.StatefulConnection;
import io.lettuce.core.cluster.ClusterClientOptions;
import io.lettuce.core.cluster.ClusterTopologyRefreshOptions;
import io.lettuce.core.cluster.RedisClusterClient;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.resource.ClientResources;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// How many programs stand behind the address of Redis, and a client that knows how to talk to
/// them: a single one (`redis://`), one that Sentinels name (`redis-sentinel://`), or the nodes of
/// a Redis Cluster (`redis-cluster://`), of which one is enough to find the others.
final class RedisTopology {
  private static final int REQUEST_QUEUE = 1024;

  /// A cluster is asked for its nodes so often, and besides, which is the default of Lettuce 7,
  /// whenever one of them fails or says that a slot has moved.
  private static final Duration REFRESH = Duration.ofSeconds(10);

  private static final Duration REFRESH_PAUSE = Duration.ofMillis(500);

  private final AbstractRedisClient client;
  private final Supplier<CompletionStage<Link>> connector;

  private RedisTopology(AbstractRedisClient client, Supplier<CompletionStage<Link>> connector) {
    this.client = client;
    this.connector = connector;
  }

  /// A connection, and the commands that all forms have in common.
  record Link(
      StatefulConnection<byte[], byte[]> connection,
      RedisClusterAsyncCommands<byte[], byte[]> commands) {}

  static RedisTopology of(RedisSettings settings, ClientResources resources, Duration timeout) {
    return settings.isCluster()
        ? cluster(settings, resources, timeout)
        : single(settings, resources, timeout);
  }

  /// Begins to connect. A connection that is lost is made again by itself.
  CompletionStage<Link> connect() {
    return connector.get();
  }

  void close(Duration timeout) {
    client.shutdown(Duration.ZERO, timeout);
  }

  private static RedisTopology single(
      RedisSettings settings, ClientResources resources, Duration timeout) {
    RedisURI uri = uri(settings.url(), settings, timeout);
    RedisClient client = RedisClient.create(resources);
    ClientOptions.Builder options = ClientOptions.builder();
    configure(options, timeout);
    client.setOptions(options.build());
    return new RedisTopology(
        client,
        () ->
            client
                .connectAsync(ByteArrayCodec.INSTANCE, uri)
                .thenApply(made -> new Link(made, made.async())));
  }

  private static RedisTopology cluster(
      RedisSettings settings, ClientResources resources, Duration timeout) {
    List<RedisURI> nodes =
        Stream.of(settings.url().substring(RedisSettings.CLUSTER.length()).split(",", -1))
            .map(node -> uri("redis://" + node, settings, timeout))
            .toList();
    RedisClusterClient client = RedisClusterClient.create(resources, nodes);
    ClusterClientOptions.Builder options = ClusterClientOptions.builder();
    options.topologyRefreshOptions(
        ClusterTopologyRefreshOptions.builder()
            .enablePeriodicRefresh(REFRESH)
            .adaptiveRefreshTriggersTimeout(REFRESH_PAUSE)
            .build());
    configure(options, timeout);
    client.setOptions(options.build());
    return new RedisTopology(
        client,
        () ->
            client
                // Nothing connects before the nodes are known.
                .refreshPartitionsAsync()
                .thenCompose(_ -> client.connectAsync(ByteArrayCodec.INSTANCE))
                .thenApply(made -> new Link(made, made.async())));
  }

  private static void configure(ClientOptions.Builder options, Duration timeout) {
    options
        .autoReconnect(true)
        .disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS)
        .requestQueueSize(REQUEST_QUEUE)
        .socketOptions(SocketOptions.builder().connectTimeout(timeout).build());
  }

  private static RedisURI uri(String address, RedisSettings settings, Duration timeout) {
    RedisURI uri = RedisURI.create(address);
    uri.setTimeout(timeout);
    if (!settings.password().reveal().isEmpty()) {
      String user = settings.user().isEmpty() ? null : settings.user();
      uri.setCredentialsProvider(
          RedisCredentialsProvider.from(
              () -> RedisCredentials.just(user, settings.password().reveal())));
    }
    return uri;
  }
}
