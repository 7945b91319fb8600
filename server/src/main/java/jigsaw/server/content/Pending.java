package jigsaw.server.content;

import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/// An answer that is still being fetched. Many requests may wait for the same one. Safe for use by
/// several threads.
public final class Pending implements Outcome {
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
    var _ = answer.thenAccept(waiter);
  }

  public boolean isComplete() {
    return answer.isDone();
  }
}
