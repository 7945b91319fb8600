package jigsaw.server.http;

import java.util.ArrayDeque;
import java.util.Deque;
import jigsaw.server.content.Answer;

/// Refuses requests whose answer does not come in time. All wait equally long, so they expire in
/// the order in which they came, and one look at the oldest replaces a timer for each. One per
/// event loop.
final class AnswerDeadlines {
  private final long limitNanos;
  private final Answer refusal;
  private final RequestObserver observer;
  private final Deque<Exchange> waiting = new ArrayDeque<>();

  AnswerDeadlines(long limitNanos, Answer refusal, RequestObserver observer) {
    this.limitNanos = limitNanos;
    this.refusal = refusal;
    this.observer = observer;
  }

  void add(Exchange exchange) {
    waiting.addLast(exchange);
  }

  /// Lets go of the oldest requests that have their answer.
  void forgetSettled() {
    while (!waiting.isEmpty() && waiting.peekFirst().settled()) {
      waiting.removeFirst();
    }
  }

  /// Settles every request that has waited too long.
  void expire(long nowNanos) {
    forgetSettled();
    while (!waiting.isEmpty() && nowNanos - waiting.peekFirst().startNanos >= limitNanos) {
      Exchange exchange = waiting.removeFirst();
      if (!exchange.settled()) {
        observer.refused(Refusal.ANSWER_DEADLINE);
        exchange.settle(refusal).queue().resume();
      }
    }
  }
}
