package jigsaw.server.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/// Brings answers that other threads completed to their event loop: the loop is woken once for all
/// that arrive before it gets to them, and each connection is flushed once.
final class AnswerInbox {
  private final Executor loop;
  private final Queue<Exchange> delivered = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean scheduled = new AtomicBoolean();
  // Used by the event loop only.
  private final List<AnswerQueue> touched = new ArrayList<>();

  AnswerInbox(Executor loop) {
    this.loop = loop;
  }

  /// Called by any thread.
  void deliver(Exchange exchange) {
    delivered.add(exchange);
    if (!scheduled.get() && scheduled.compareAndSet(false, true)) {
      loop.execute(this::drain);
    }
  }

  private void drain() {
    scheduled.set(false);
    @Nullable Exchange exchange = delivered.poll();
    while (exchange != null) {
      exchange.takeArrived();
      AnswerQueue queue = exchange.queue();
      if (queue.touch()) {
        touched.add(queue);
      }
      exchange = delivered.poll();
    }
    for (AnswerQueue queue : touched) {
      queue.resume();
    }
    touched.clear();
  }
}
