package jigsaw.server.content;

import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// An answer that is still being fetched. Many requests may wait for the same one. Safe for use by
/// several threads.
public final class Pending implements Outcome {
  private static final Logger LOG = LoggerFactory.getLogger(Pending.class);

  private final CompletableFuture<Answer> answer = new CompletableFuture<>();

  /// Gives the answer to everyone who waits; only the first call counts. Waiters run on the calling
  /// thread.
  ///
  /// @return whether this was the first call
  public boolean complete(Answer result) {
    return answer.complete(result);
  }

  /// Calls `waiter` once: with the answer on the thread that completes it, or at once if the answer
  /// is there already.
  public void whenComplete(Consumer<Answer> waiter) {
    var _ = answer.thenAccept(result -> tell(waiter, result));
  }

  public boolean isComplete() {
    return answer.isDone();
  }

  /// The future would keep what a waiter throws to itself.
  private static void tell(Consumer<Answer> waiter, Answer result) {
    try {
      waiter.accept(result);
    } catch (RuntimeException e) {
      LOG.error("Somebody who waited for an answer failed", e);
    }
  }
}
