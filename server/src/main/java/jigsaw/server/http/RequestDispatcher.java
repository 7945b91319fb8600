package jigsaw.server.http;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.io.IOException;
import jigsaw.server.content.Answer;
import jigsaw.server.content.Outcome;
import jigsaw.server.content.Pending;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Finds who answers a request and gives the outcome to the answer queue. What no endpoint is asked
/// about is answered here, and only here: faults, unknown paths and methods, failures.
///
/// Place in the pipeline: last; it ends requests and failures.
final class RequestDispatcher extends ChannelInboundHandlerAdapter {
  private static final Logger LOG = LoggerFactory.getLogger(RequestDispatcher.class);

  private final RouteTable routes;
  private final StandardAnswers answers;
  private final Loop loop;
  private final AnswerQueue queue;

  RequestDispatcher(RouteTable routes, Loop loop, AnswerQueue queue) {
    this.routes = routes;
    this.answers = loop.answers();
    this.loop = loop;
    this.queue = queue;
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    Request request = (Request) message;
    switch (outcome(request)) {
      case Answer answer -> queue.answer(request, answer);
      case Pending pending -> queue.await(request, pending);
    }
  }

  /// The pipeline's outermost frame: whatever failed before it ends the connection.
  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    if (cause instanceof IOException) {
      LOG.debug("connection lost", cause);
    } else {
      LOG.error("connection closed after a failure", cause);
    }
    var _ = context.close();
  }

  private Outcome outcome(Request request) {
    RequestHead head = request.head;
    request.route = RouteTable.NO_ROUTE;
    if (head.fault == Fault.NONE && !head.pathEncoded) {
      request.route(routes);
    } else if (head.fault != Fault.NONE) {
      loop.observer().refused(Refusal.FAULTY_REQUEST);
      return answers.of(head.fault);
    } else if (!request.routeDecoded(routes)) {
      return answers.malformedPath();
    }
    return switch (head.method) {
      case GET, HEAD ->
          request.route == RouteTable.NO_ROUTE ? answers.unknownPath() : serve(request);
      case UNKNOWN -> answers.unknownMethod();
      case CONNECT -> answers.methodNotAllowed(false);
      case OPTIONS -> request.known() ? answers.options() : answers.unknownPath();
      default -> change(request);
    };
  }

  private Outcome change(Request request) {
    if (request.route == RouteTable.NO_ROUTE) {
      return answers.unknownPath();
    }
    boolean takesPut = routes.takesPut(request.route);
    return takesPut && request.put() ? serve(request) : answers.methodNotAllowed(takesPut);
  }

  private Outcome serve(Request request) {
    try {
      return routes.endpoint(request.route).serve(request);
    } catch (RuntimeException e) {
      LOG.error("{} failed", routes.templates().get(request.route), e);
      return answers.internalError();
    }
  }
}
