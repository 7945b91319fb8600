package jigsaw.server.http;

import java.util.PriorityQueue;
import jigsaw.server.content.Answer;

/// Refuses requests whose answer does not come in time. All may take equally long from when their
/// octets were read, so one look at the oldest replaces a timer for each. One per event loop.
final class AnswerDeadlines {
  private final long limitNanos;
  private final Answer refusal;
  private final RequestObserver observer;
  // A request that its connection kept back may be older than those that were added before it.
  private final PriorityQueue<Exchange> waiting =
      new PriorityQueue<>((one, other) -> Long.signum(one.startNanos - other.startNanos));

  AnswerDeadlines(long limitNanos, Answer refusal, RequestObserver observer) {
    this.limitNanos = limitNanos;
    this.refusal = refusal;
    this.observer = observer;
  }

  void add(Exchange exchange) {
    waiting.add(exchange);
  }

  /// Whether a request has waited too long before anybody was asked; it is then to be refused.
  boolean missed(Request request, long nowNanos) {
    boolean missed = nowNanos - request.startNanos >= limitNanos;
    if (missed) {
      observer.refused(Refusal.ANSWER_DEADLINE);
    }
    return missed;
  }

  /// Lets go of the oldest requests that have their answer.
  void forgetSettled() {
    for (Exchange oldest = waiting.peek();
        oldest != null && oldest.settled();
        oldest = waiting.peek()) {
      waiting.remove();
    }
  }

  /// Settles every request that has waited too long.
  void expire(long nowNanos) {
    for (Exchange oldest = waiting.peek();
        oldest != null && nowNanos - oldest.startNanos >= limitNanos;
        oldest = waiting.peek()) {
      waiting.remove();
      if (!oldest.settled()) {
        observer.refused(Refusal.ANSWER_DEADLINE);
        oldest.settle(refusal).queue().resume();
      }
    }
  }
}
