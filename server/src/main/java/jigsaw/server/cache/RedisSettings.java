package jigsaw.server.cache;

import java.time.Duration;
import jigsaw.catalog.settings.Secret;

/// Where Redis is, who asks (an empty `user` is Redis' default one), how long an answer of it is
/// waited for, and how long it keeps documents.
public record RedisSettings(
    String url, String user, Secret password, Duration timeout, Duration ttl) {
  /// What the addresses of a Redis Cluster begin with.
  static final String CLUSTER = "redis-cluster://";

  boolean isCluster() {
    return url.startsWith(CLUSTER);
  }
}
