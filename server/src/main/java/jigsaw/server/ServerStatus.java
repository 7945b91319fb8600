package jigsaw.server;

import java.util.LinkedHashMap;
import java.util.Map;
import jigsaw.server.cache.AnswerCache;
import jigsaw.server.cache.SharedCache;
import jigsaw.server.ops.Readiness;
import jigsaw.server.store.Generation;
import jigsaw.server.store.MySqlCatalogStore;

/// What `GET /status` tells, by name and in order.
final class ServerStatus {
  private ServerStatus() {}

  /// @param connections open ones of HTTP clients
  static Map<String, Object> of(
      Readiness readiness,
      AnswerCache answers,
      MySqlCatalogStore store,
      SharedCache shared,
      int connections) {
    Map<String, Object> status = new LinkedHashMap<>();
    status.put("ready", readiness.isReady());
    status.put("generation", answers.generation().map(Generation::tag).orElse(""));
    status.put("products", answers.generation().map(Generation::products).orElse(0L));
    status.put("lastChange", answers.lastChange());
    status.put("databaseReachable", store.isReachable());
    status.put("databaseConnections", store.connections());
    status.put("databaseQueue", store.queueLength());
    status.put("redisUsable", shared.isUsable());
    status.put("cacheBytes", answers.weightBytes());
    status.put("connections", connections);
    return status;
  }
}
