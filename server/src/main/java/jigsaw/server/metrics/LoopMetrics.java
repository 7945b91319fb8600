package jigsaw.server.metrics;

import jigsaw.server.http.Refusal;
import jigsaw.server.http.RequestObserver;

/// What one event loop counts.
final class LoopMetrics implements RequestObserver {
  private static final Refusal[] REFUSALS = Refusal.values();

  /// By route, then status.
  final Tally answers;

  /// By route, then latency bucket.
  final Tally latencies;

  /// Nanoseconds by route.
  final Tally nanos;

  final Tally bytes = new Tally(1);
  final Tally opened = new Tally(1);
  final Tally closed = new Tally(1);
  final Tally refusals = new Tally(REFUSALS.length);

  LoopMetrics(int routes) {
    answers = new Tally(routes * StatusCodes.COUNT);
    latencies = new Tally(routes * LatencyBuckets.COUNT);
    nanos = new Tally(routes);
  }

  @Override
  public void answered(int route, int status, long answerBytes, long answerNanos) {
    answers.add(route * StatusCodes.COUNT + StatusCodes.index(status), 1);
    latencies.add(route * LatencyBuckets.COUNT + LatencyBuckets.index(answerNanos), 1);
    nanos.add(route, answerNanos);
    bytes.add(0, answerBytes);
  }

  @Override
  public void opened() {
    opened.add(0, 1);
  }

  @Override
  public void closed() {
    closed.add(0, 1);
  }

  @SuppressWarnings("EnumOrdinal")
  long refusals(Refusal reason) {
    return refusals.get(reason.ordinal());
  }

  // The counts live in one process: the order of the reasons is never written anywhere.
  @SuppressWarnings("EnumOrdinal")
  @Override
  public void refused(Refusal reason) {
    refusals.add(reason.ordinal(), 1);
  }
}
