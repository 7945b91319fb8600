package jigsaw.etl;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Lets a thread clean up when the process is told to end (SIGINT, SIGTERM): the thread is
/// interrupted, and the process waits for it until [#close], for a bounded time.
final class Interruption implements AutoCloseable {
  private static final int CLEANUP_SECONDS = 60;

  private final CountDownLatch done = new CountDownLatch(1);

  private Interruption() {}

  static Interruption of(Thread thread) {
    Interruption interruption = new Interruption();
    Runtime.getRuntime()
        .addShutdownHook(
            Thread.ofPlatform()
                .name("interruption")
                .unstarted(() -> interruption.interrupt(thread)));
    return interruption;
  }

  @Override
  public void close() {
    done.countDown();
  }

  private void interrupt(Thread thread) {
    if (done.getCount() == 0) {
      return;
    }
    thread.interrupt();
    try {
      if (!done.await(CLEANUP_SECONDS, TimeUnit.SECONDS)) {
        System.err.println("etl: the clean-up takes too long; the next run will do it");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
