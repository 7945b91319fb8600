package jigsaw.server.http;

import java.util.Objects;
import java.util.function.Consumer;
import jigsaw.server.content.Answer;
import org.jspecify.annotations.Nullable;

/// A request whose answer cannot be written yet, because it is still to come or because an earlier
/// one is. Belongs to the connection's event loop; only [#accept] is called by other threads.
final class Exchange implements Consumer<Answer> {
  final int route;
  final boolean headOnly;
  final boolean acceptsGzip;
  final boolean http10;
  final boolean last;
  final long startNanos;
  final RequestTrace trace;

  private final AnswerQueue queue;
  private final AnswerInbox inbox;
  private final byte[] ifNoneMatch;

  // Written by the thread that completes the answer, read by the loop after the inbox's hand-over.
  private @Nullable Answer arrived;
  private @Nullable Answer answer;

  Exchange(AnswerQueue queue, AnswerInbox inbox, Request request, boolean last) {
    this.queue = queue;
    this.inbox = inbox;
    this.last = last;
    route = request.route;
    headOnly = request.head();
    acceptsGzip = request.acceptsGzip();
    http10 = request.head.http10;
    startNanos = request.startNanos;
    trace = queue.trail().trace(request);
    ifNoneMatch = request.copyOfIfNoneMatch();
  }

  /// Takes the answer, on any thread, and has the event loop go on with it.
  @Override
  public void accept(Answer result) {
    arrived = result;
    inbox.deliver(this);
  }

  /// Takes over what [#accept] was given, on the event loop.
  void takeArrived() {
    if (arrived != null) {
      settle(queue.backlog().fitting(this, arrived));
      arrived = null;
    }
  }

  /// Gives the exchange its answer; only the first one counts.
  Exchange settle(Answer result) {
    if (answer == null) {
      answer = result;
      queue.backlog().kept(result.weightBytes());
    }
    return this;
  }

  boolean settled() {
    return answer != null;
  }

  /// The answer of a settled exchange.
  Answer answer() {
    return Objects.requireNonNull(answer);
  }

  AnswerQueue queue() {
    return queue;
  }

  boolean matches(byte[] entityTag) {
    return entityTag.length > 0 && EntityTags.match(ifNoneMatch, 0, ifNoneMatch.length, entityTag);
  }
}
