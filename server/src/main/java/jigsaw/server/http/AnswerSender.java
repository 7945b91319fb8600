package jigsaw.server.http;

import jigsaw.server.content.Answer;
import jigsaw.server.content.Representation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Chooses what of an answer a request gets (which representation, or only that it is not modified)
/// and has it written. One per connection.
final class AnswerSender {
  private static final Logger LOG = LoggerFactory.getLogger(AnswerSender.class);
  private static final int OK = 200;
  private static final int NOT_MODIFIED = 304;

  private final Loop loop;
  private final AnswerWriter writer;
  private final AccessTrail trail;
  private final AnswerForm form = new AnswerForm();

  AnswerSender(Loop loop, AnswerWriter writer, AccessTrail trail) {
    this.trail = trail;
    this.loop = loop;
    this.writer = writer;
  }

  /// Answers the request that is being served.
  void send(Request request, Answer answer, boolean last) {
    Representation representation = select(answer, request.acceptsGzip());
    form.notModified = isOk(representation) && request.matches(representation.entityTag());
    form.headOnly = request.head();
    form.setConnection(last, request.head.http10);
    if (trail.on && trail.wants(status(representation))) {
      writeNoted(trail.trace(request), request.route, representation, request.startNanos);
    } else {
      write(request.route, representation, request.startNanos);
    }
  }

  /// Answers a request that had to wait and is settled now.
  void send(Exchange exchange, boolean last) {
    Representation representation = select(exchange.answer(), exchange.acceptsGzip);
    form.notModified = isOk(representation) && exchange.matches(representation.entityTag());
    form.headOnly = exchange.headOnly;
    form.setConnection(last, exchange.http10);
    if (trail.on && trail.wants(status(representation))) {
      writeNoted(exchange.trace, exchange.route, representation, exchange.startNanos);
    } else {
      write(exchange.route, representation, exchange.startNanos);
    }
  }

  private void write(int route, Representation representation, long startNanos) {
    int bytes = writer.write(representation, form);
    loop.observer().answered(route, status(representation), bytes, loop.nanoTime() - startNanos);
  }

  /// The same with a note in the access log, whose id the client is told.
  private void writeNoted(
      RequestTrace trace, int route, Representation representation, long startNanos) {
    form.connection = trace.announced(form.connection);
    int bytes = writer.write(representation, form);
    int status = status(representation);
    long nanos = loop.nanoTime() - startNanos;
    loop.observer().answered(route, status, bytes, nanos);
    trail.note(trace, status, bytes, nanos);
  }

  private int status(Representation representation) {
    return form.notModified ? NOT_MODIFIED : representation.preamble().status();
  }

  /// Making a representation fails if the stored document is damaged.
  private Representation select(Answer answer, boolean acceptsGzip) {
    try {
      return answer.representation(acceptsGzip);
    } catch (RuntimeException e) {
      LOG.error("an answer could not be encoded", e);
      return loop.answers().internalError().representation(acceptsGzip);
    }
  }

  private static boolean isOk(Representation representation) {
    return representation.preamble().status() == OK;
  }
}
