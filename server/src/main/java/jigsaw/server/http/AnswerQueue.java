package jigsaw.server.http;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.DuplexChannel;
import jigsaw.server.content.Answer;
import jigsaw.server.content.Pending;

/// Sends the answers of one connection in the order of its requests and ends it after the last.
///
/// Place in the pipeline: before the decoder, to hear first that the channel is writable again.
final class AnswerQueue extends ChannelInboundHandlerAdapter {
  private final Channel channel;
  private final Loop loop;
  private final AnswerWriter writer;
  private final AccessTrail trail;
  private final AnswerSender sender;
  private final Backlog backlog;
  private boolean touched;
  private boolean continueExpected;
  private boolean inputEnded;
  private boolean ending;
  private boolean ended;
  private boolean lingering;

  AnswerQueue(Channel channel, Loop loop) {
    this.channel = channel;
    this.loop = loop;
    backlog = new Backlog(loop.answers().unavailable());
    writer = new AnswerWriter(channel, loop);
    trail = new AccessTrail(channel, loop);
    sender = new AnswerSender(loop, writer, trail);
  }

  /// Whether another request may be decoded: not too much waits, and the client takes its answers.
  boolean open() {
    return !ending && backlog.hasRoom() && writer.ready();
  }

  /// Whether no further request will be answered.
  boolean ending() {
    return ending;
  }

  /// Whether the last answer is written and only the client's end of the connection is still open.
  boolean ended() {
    return ended;
  }

  /// Whether requests wait for their answers.
  boolean waiting() {
    return !backlog.isEmpty();
  }

  Backlog backlog() {
    return backlog;
  }

  AccessTrail trail() {
    return trail;
  }

  AnswerWriter writer() {
    return writer;
  }

  /// Answers `request`: at once, unless an earlier one is still to be answered.
  void answer(Request request, Answer answer) {
    boolean last = isLast(request);
    if (backlog.isEmpty() && writer.ready()) {
      sender.send(request, answer, last);
    } else {
      backlog.add(new Exchange(this, loop.inbox(), request, last).settle(answer));
    }
    ending |= last;
    continueExpected = false;
  }

  /// Answers `request` when `pending` is complete, or refuses it when that takes too long.
  void await(Request request, Pending pending) {
    if (loop.deadlines().missed(request, loop.nanoTime())) {
      answer(request, loop.answers().unavailable());
      return;
    }
    boolean last = isLast(request);
    Exchange exchange = new Exchange(this, loop.inbox(), request, last);
    backlog.add(exchange);
    loop.deadlines().add(exchange);
    ending |= last;
    continueExpected = false;
    pending.whenComplete(exchange);
  }

  /// Tells the client to send the body of its request, once all earlier ones are answered.
  void expectContinue() {
    continueExpected = true;
    writeContinue();
  }

  /// Ends the connection after the answers that are still to come.
  void end() {
    ending = true;
    flush();
  }

  /// The client will send nothing more.
  void inputEnded() {
    inputEnded = true;
    if (lingering) {
      var _ = channel.close();
    } else {
      end();
    }
  }

  /// Notes that [#resume] must be called.
  ///
  /// @return whether that was not yet known
  boolean touch() {
    boolean first = !touched;
    touched = true;
    return first;
  }

  /// Goes on after answers arrived or the channel became writable.
  void resume() {
    touched = false;
    if (!channel.isActive()) {
      return;
    }
    writer.writeRest();
    while (writer.ready() && backlog.nextIsSettled()) {
      Exchange next = backlog.removeNext();
      boolean last = next.last || (backlog.isEmpty() && (ending || loop.draining()));
      ending |= last;
      sender.send(next, last);
    }
    loop.deadlines().forgetSettled();
    writeContinue();
    flush();
    if (open()) {
      channel.pipeline().fireUserEventTriggered(Signal.ROOM);
    }
  }

  /// Sends what was written since the last time, once per read burst.
  void flush() {
    if (ending && !ended && backlog.isEmpty() && !writer.halfWritten()) {
      ended = true;
      var _ = writer.flushLast().addListener(sent -> linger());
    } else {
      writer.flush();
    }
  }

  @Override
  public void channelReadComplete(ChannelHandlerContext context) {
    flush();
    context.fireChannelReadComplete();
  }

  @Override
  public void channelWritabilityChanged(ChannelHandlerContext context) {
    // Others get their turn between the parts of a large answer.
    if (channel.isWritable() && touch()) {
      channel.eventLoop().execute(this::resume);
    }
    context.fireChannelWritabilityChanged();
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    backlog.clear();
    writer.release();
    context.fireChannelInactive();
  }

  private boolean isLast(Request request) {
    return loop.draining() || !request.head.persistent() || request.head.fault != Fault.NONE;
  }

  private void writeContinue() {
    if (continueExpected && backlog.isEmpty() && writer.ready()) {
      continueExpected = false;
      writer.writeContinue();
    }
  }

  /// Closes our direction first and the connection when the client closes its own: closing at once
  /// while it still sends could destroy the last answer on its way (RFC 9112 section 9.6).
  private void linger() {
    lingering = true;
    if (inputEnded || !(channel instanceof DuplexChannel duplex)) {
      var _ = channel.close();
    } else {
      var _ = duplex.shutdownOutput();
    }
  }
}
