package jigsaw.loadtest.drive;

import io.hyperfoil.api.session.Session;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import jigsaw.loadtest.measure.Recorder;
import jigsaw.loadtest.traffic.Failure;
import jigsaw.loadtest.traffic.Request;
import jigsaw.loadtest.traffic.Visit;
import org.jspecify.annotations.Nullable;

/// The visit that a Hyperfoil session makes now; confined to the session's event loop.
///
/// A session is taken from a pool, makes one visit and goes back. Its visit has an exact time; the
/// session is started a little earlier and waits for it, since Hyperfoil starts sessions by whole
/// milliseconds.
final class ActiveVisit {
  private final Recorder recorder;
  private final Connection connection;
  private final Samples samples;
  private final Queue<Waiting> waiting = new ArrayDeque<>();
  private final Set<String> askedPaths = new HashSet<>();
  private final Exchange[] exchanges = new Exchange[Visit.MOST_REQUESTS];
  private @Nullable Visit visit;
  private long dueNanos;
  private boolean begun;

  ActiveVisit(Recorder recorder, Connection connection, Samples samples) {
    this.recorder = recorder;
    this.connection = connection;
    this.samples = samples;
  }

  /// Whether the visit's time has come; if not, the session is woken when it has.
  boolean isDue(Session session, PhaseVisits visits) {
    if (visit == null || begun) {
      begun = false;
      waiting.clear();
      askedPaths.clear();
      dueNanos = visits.nextDueNanos();
      visit = visits.nextVisit();
    }
    long wait = dueNanos - System.nanoTime();
    if (wait > 0) {
      var _ = session.executor().schedule(session.runTask(), wait, TimeUnit.NANOSECONDS);
      return false;
    }
    return true;
  }

  /// Asks what the visit asks first. Hyperfoil ends the session when the last answer is in.
  void begin(Session session) {
    begun = true;
    recorder.visitBegan(dueNanos, System.nanoTime());
    ask(session, current().first(), dueNanos);
  }

  /// Gives the next request to the place `index` of the session and says where it goes.
  String path(int index) {
    Waiting next = waiting.remove();
    exchange(index).begin(next.request, next.intendedNanos);
    return next.request.path();
  }

  Exchange exchange(int index) {
    if (exchanges[index] == null) {
      exchanges[index] = new Exchange();
    }
    return exchanges[index];
  }

  /// The request of the place `index` is over.
  ///
  /// @param whole whether its answer was read to the end
  void completed(Session session, int index, boolean whole) {
    long now = System.nanoTime();
    Exchange exchange = exchange(index);
    Optional<Failure> failure = exchange.failure(whole, connection.timeout());
    if (failure.isPresent()) {
      recorder.failed(failure.get(), exchange.describe(), exchange.intendedNanos());
      return;
    }
    recorder.right(
        exchange.request().endpoint(),
        exchange.intendedNanos(),
        exchange.sentNanos(),
        now,
        exchange.length());
    samples.offer(exchange);
    if (!exchange.isGzip()) {
      ask(session, current().after(exchange.request(), exchange.body(), exchange.length()), now);
    }
  }

  private void ask(Session session, List<Request> requests, long intendedNanos) {
    for (Request request : requests) {
      recorder.asked(intendedNanos, !askedPaths.add(request.path()));
      waiting.add(new Waiting(request, intendedNanos));
      session.startSequence(Scenario.REQUEST, false, Session.ConcurrencyPolicy.FAIL);
    }
  }

  private Visit current() {
    Visit current = visit;
    if (current == null) {
      throw new IllegalStateException("no visit was begun");
    }
    return current;
  }

  private record Waiting(Request request, long intendedNanos) {}
}
