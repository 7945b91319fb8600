package jigsaw.server;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import jigsaw.server.cache.AnswerCache;
import jigsaw.server.store.MySqlCatalogStore;

/// When the port for requests opens. A balancer that knows nothing of readiness sends requests as
/// soon as it is open, and passes on what they are answered.
enum Opening {
  /// When there is something to answer.
  ANSWERING,
  /// When the server is warm, too.
  WARM;

  /// So long a database that is not found keeps the port closed.
  private static final Duration MAX_CLOSED = Duration.ofSeconds(5);

  /// @param warm practice, which always ends but begins only when something is live
  void await(MySqlCatalogStore store, AnswerCache answers, CountDownLatch warm)
      throws InterruptedException {
    store.awaitReachable(MAX_CLOSED);
    if (this == WARM && answers.generation().isPresent()) {
      warm.await();
    }
  }
}
