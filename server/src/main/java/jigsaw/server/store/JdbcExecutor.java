package jigsaw.server.store;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import jigsaw.server.admission.DeadlineQueue;

/// Runs jobs on a few platform threads that own their connections. What the queue cannot take, and
/// everything while the database is away, is refused at once; nothing waits longer than the queue
/// allows, also when all threads hang.
final class JdbcExecutor implements AutoCloseable {
  private static final long SWEEP_MILLIS = 20;
  private static final Duration LOG_INTERVAL = Duration.ofSeconds(1);

  private final DeadlineQueue<Job<?>> queue;
  private final List<Thread> threads;
  private final ScheduledExecutorService sweeper =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("jigsaw-db-sweep").factory());
  private volatile boolean open;

  /// `name` is the beginning of its threads' names.
  JdbcExecutor(String name, Limits limits, SessionSource sessions, Runnable onSuspicion) {
    queue = new DeadlineQueue<>(limits.queueLength(), limits.queueWait(), System::nanoTime);
    LogLimit logLimit = new LogLimit(LOG_INTERVAL);
    threads =
        IntStream.range(0, limits.threads())
            .mapToObj(number ->
                Thread.ofPlatform()
                    .daemon()
                    .name(name + number)
                    .unstarted(new JdbcWorker(queue, sessions, onSuspicion, logLimit)))
            .toList();
  }

  /// How many jobs run at once, and how many may wait how long.
  record Limits(int threads, int queueLength, Duration queueWait) {}

  void start() {
    threads.forEach(Thread::start);
    var _ =
        sweeper.scheduleAtFixedRate(
            () -> queue.expire(job -> job.refuse(Refusal.WAITED_TOO_LONG)),
            SWEEP_MILLIS,
            SWEEP_MILLIS,
            TimeUnit.MILLISECONDS);
  }

  void execute(Job<?> job) {
    if (!open) {
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
}
