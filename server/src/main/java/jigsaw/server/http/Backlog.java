package jigsaw.server.http;

import java.util.ArrayDeque;
import java.util.Deque;
import jigsaw.server.content.Answer;

/// The requests of one connection that wait for their turn to be answered, bounded in number, and
/// the bytes of the answers that some of them already have, bounded too.
final class Backlog {
  private static final int MAX_WAITING = 64;

  /// Above this no further request is decoded.
  private static final long ENOUGH_BYTES = 1 << 20;

  /// Above this an answer is not kept for a request that it is not yet the turn of.
  private static final long MAX_BYTES = 4 << 20;

  private final Answer refusal;
  private final Deque<Exchange> waiting = new ArrayDeque<>(2);
  private long bytes;

  Backlog(Answer refusal) {
    this.refusal = refusal;
  }

  boolean isEmpty() {
    return waiting.isEmpty();
  }

  /// Whether another request may come.
  boolean hasRoom() {
    return waiting.size() < MAX_WAITING && bytes <= ENOUGH_BYTES;
  }

  void add(Exchange exchange) {
    waiting.addLast(exchange);
  }

  /// What is to be kept for a waiting request until its turn: the answer that arrived for it, or
  /// the refusal if large answers wait already, as of a client that asks for much and takes
  /// nothing.
  Answer fitting(Exchange exchange, Answer arrived) {
    boolean fits = bytes <= MAX_BYTES || exchange.equals(waiting.peekFirst());
    return fits ? arrived : refusal;
  }

  /// A waiting request got its answer, which is kept from now on.
  void kept(int weightBytes) {
    bytes += weightBytes;
  }

  /// Whether there is an answer for the request whose turn it is.
  boolean nextIsSettled() {
    Exchange next = waiting.peekFirst();
    return next != null && next.settled();
  }

  Exchange removeNext() {
    Exchange next = waiting.removeFirst();
    bytes -= next.answer().weightBytes();
    return next;
  }

  void clear() {
    waiting.clear();
    bytes = 0;
  }
}
