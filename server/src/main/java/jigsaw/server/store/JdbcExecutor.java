package jigsaw.server.store;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jigsaw.server.admission.DeadlineQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs jobs on a few platform threads that own their connections. What the queue cannot take, and
/// everything while the database is away, is refused at once. Nothing waits for a thread longer
/// than the queue allows, and nothing for a database that has fallen silent: its threads hang until
/// a timeout, but those who wait for them are told.
final class JdbcExecutor implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(JdbcExecutor.class);
  private static final long SWEEP_MILLIS = 10;
  private static final Duration LOG_INTERVAL = Duration.ofSeconds(1);

  private final DeadlineQueue<Job> queue;
  private final Vigil vigil;
  private final long limitNanos;
  private final List<JdbcWorker> workers;
  private final List<Thread> threads;
  private final ScheduledExecutorService sweeper =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("jigsaw-db-sweep").factory());
  private volatile boolean open;

  /// `name` is the beginning of its threads' names.
  JdbcExecutor(String name, Limits limits, SessionSource sessions, Pulse pulse) {
    queue = new DeadlineQueue<>(limits.queueLength(), limits.queueWait(), System::nanoTime);
    vigil = new Vigil(pulse, limits.silence());
    limitNanos = limits.question().toNanos();
    LogLimit logLimit = new LogLimit(LOG_INTERVAL);
    workers =
        Stream.generate(() -> new JdbcWorker(queue, limits, sessions, pulse, logLimit))
            .limit(limits.threads())
            .toList();
    threads =
        IntStream.range(0, limits.threads())
            .mapToObj(number ->
                Thread.ofPlatform().daemon().name(name + number).unstarted(workers.get(number)))
            .toList();
  }

  /// How many jobs run at once, how many may wait how long, how long the database may be silent,
  /// and how long it may take for one question; zero leaves that to the connection's own limit.
  record Limits(
      int threads, int queueLength, Duration queueWait, Duration silence, Duration question) {}

  void start() {
    threads.forEach(Thread::start);
    var _ =
        sweeper.scheduleAtFixedRate(this::sweep, SWEEP_MILLIS, SWEEP_MILLIS, TimeUnit.MILLISECONDS);
  }

  void execute(Job job) {
    if (!open || vigil.isSilent()) {
      job.refuse(Refusal.UNREACHABLE);
    } else if (!queue.offer(job)) {
      job.refuse(Refusal.QUEUE_FULL);
    }
  }

  /// The database answers: jobs are taken.
  void open() {
    open = true;
  }

  /// The database is away: jobs are refused, those that wait as well.
  void shut() {
    open = false;
    queue.drain(job -> job.refuse(Refusal.UNREACHABLE));
  }

  DeadlineQueue<?> queue() {
    return queue;
  }

  @Override
  public void close() {
    shut();
    sweeper.shutdownNow();
    threads.forEach(Thread::interrupt);
  }

  private void sweep() {
    try {
      queue.expire(job -> job.refuse(Refusal.WAITED_TOO_LONG));
      lookAtWorkers();
    } catch (RuntimeException e) {
      // Thrown, it would end the sweeping.
      LOG.error("A receiver of a refusal failed", e);
    }
  }

  private void lookAtWorkers() {
    JdbcWorker longest = null;
    for (JdbcWorker worker : workers) {
      if (limitNanos > 0) {
        worker.interruptAfter(limitNanos);
      }
      if (worker.asking() != null
          && (longest == null || worker.askingSinceNanos() - longest.askingSinceNanos() < 0)) {
        longest = worker;
      }
    }
    if (longest == null) {
      vigil.rest();
      return;
    }
    vigil.look(longest.askingSinceNanos(), System.nanoTime());
    if (vigil.isSilent()) {
      queue.drain(job -> job.refuse(Refusal.UNREACHABLE));
      workers.forEach(JdbcExecutor::release);
    }
  }

  /// Lets those go who wait for a thread that hangs.
  private static void release(JdbcWorker worker) {
    Job job = worker.asking();
    if (job != null) {
      job.refuse(Refusal.UNREACHABLE);
    }
  }
}
