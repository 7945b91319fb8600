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
  private final AnswerForm form = new AnswerForm();

  AnswerSender(Loop loop, AnswerWriter writer) {
    this.loop = loop;
    this.writer = writer;
  }

  /// Answers the request that is being served.
  void send(Request request, Answer answer, boolean last) {
    Representation representation = select(answer, request.acceptsGzip());
    form.notModified = isOk(representation) && request.matches(representation.entityTag());
    form.headOnly = request.head();
    form.http10 = request.head.http10;
    form.last = last;
    write(request.route, representation, request.startNanos);
  }

  /// Answers a request that had to wait and is settled now.
  void send(Exchange exchange, boolean last) {
    Representation representation = select(exchange.answer(), exchange.acceptsGzip);
    form.notModified = isOk(representation) && exchange.matches(representation.entityTag());
    form.headOnly = exchange.headOnly;
    form.http10 = exchange.http10;
    form.last = last;
    write(exchange.route, representation, exchange.startNanos);
  }

  private void write(int route, Representation representation, long startNanos) {
    int bytes = writer.write(representation, form);
    int status = form.notModified ? NOT_MODIFIED : representation.preamble().status();
    loop.observer().answered(route, status, bytes, loop.nanoTime() - startNanos);
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
