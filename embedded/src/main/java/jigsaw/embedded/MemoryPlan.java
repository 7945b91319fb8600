package jigsaw.embedded;

/// How the memory is shared out among the parts of a topology, in MiB.
///
/// Most goes to the database's own cache of pages: whatever misses there is a read of the disk. A
/// server needs beside its heap about as much again for code, threads and network buffers.
///
/// @param bufferPool of the database; `heap` and `cache` are those of each server
record MemoryPlan(int bufferPool, int redis, int heap, int cache) {
  /// Without a limit, what the demo uses.
  static final MemoryPlan ROOMY = new MemoryPlan(256, 64, 256, 64);

  private static final int LEAST_BUFFER_POOL = 64;
  // 226 MiB beside a pool of 524 MiB when MariaDB 11.4 was killed for it, after 300,000 requests.
  private static final int DATABASE_BESIDE_POOL = 240;
  private static final int HEAP = 96;
  private static final int SERVER_BESIDE_HEAP = 110;
  private static final int REDIS_BESIDE_DATA = 20;
  private static final int NGINX_AND_SPARE = 100;

  /// What fits into a limit.
  ///
  /// @throws EmbeddedException if nothing does
  static MemoryPlan within(Limit limit, int servers, boolean withRedis) {
    int redis = withRedis ? limit.megabytes() / 16 : 0;
    int pool =
        limit.megabytes()
            - servers * (HEAP + SERVER_BESIDE_HEAP)
            - (withRedis ? redis + REDIS_BESIDE_DATA : 0)
            - DATABASE_BESIDE_POOL
            - NGINX_AND_SPARE;
    if (pool < LEAST_BUFFER_POOL) {
      throw new EmbeddedException(
          "--limit: %d MiB are too few for %d servers and a database; expected at least %d MiB"
              .formatted(limit.megabytes(), servers, limit.megabytes() + LEAST_BUFFER_POOL - pool));
    }
    return new MemoryPlan(pool, redis, HEAP, HEAP / 3);
  }

  @Override
  public String toString() {
    return "database %d MiB of pages, Redis %s, each server %d MiB of heap with %d MiB of answers"
        .formatted(bufferPool, redis == 0 ? "off" : redis + " MiB", heap, cache);
  }
}
