package jigsaw.server;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/// Tells in the log what went wrong since it last looked: one line for each kind of failure that
/// happened, however often it did. It reads counters that are kept anyway, so requests pay nothing
/// for it.
final class FailureWatch implements AutoCloseable {
  static final Duration INTERVAL = Duration.ofSeconds(10);

  private static final Logger LOG = LoggerFactory.getLogger(FailureWatch.class);

  private final List<Watched> watched;
  private final ScheduledExecutorService timer;

  FailureWatch(List<Kind> kinds) {
    watched = kinds.stream().map(Watched::new).toList();
    timer =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("jigsaw-failures").factory());
  }

  void start() {
    var _ =
        timer.scheduleAtFixedRate(
            this::look, INTERVAL.toMillis(), INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
  }

  /// One look at all counters.
  synchronized void look() {
    watched.forEach(Watched::look);
  }

  /// Looks a last time, so that nothing is left untold.
  @Override
  public void close() {
    timer.shutdown();
    look();
  }

  /// A kind of failure: how heavy it is, what happened, in a sentence whose `{}` is how often, and
  /// how often it has happened so far.
  record Kind(Level level, String sentence, LongSupplier count) {}

  /// A kind and how far it is told.
  private static final class Watched {
    private final Kind kind;
    private long told;

    Watched(Kind kind) {
      this.kind = kind;
      told = kind.count().getAsLong();
    }

    void look() {
      long now = kind.count().getAsLong();
      if (now > told) {
        LOG.atLevel(kind.level()).log(kind.sentence(), now - told);
      }
      told = now;
    }
  }
}
