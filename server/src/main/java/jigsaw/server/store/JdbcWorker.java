package jigsaw.server.store;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import jigsaw.server.admission.DeadlineQueue;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One database thread's work: takes jobs off the queue and runs them on the session it owns.
final class JdbcWorker implements Runnable {
  /// A session that is not needed goes back to the pool, which keeps it alive and renews it.
  private static final Duration MAX_IDLE = Duration.ofSeconds(10);

  private static final long MAX_SESSION_NANOS = Duration.ofMinutes(10).toNanos();

  /// A failed connection is replaced without anyone noticing, if that is quick.
  private static final long RETRY_WITHIN_NANOS = Duration.ofMillis(100).toNanos();

  /// Of several databases, of which some are behind or gone, one that is well is found in so many.
  private static final int MAX_ATTEMPTS = 8;

  private static final Logger LOG = LoggerFactory.getLogger(JdbcWorker.class);

  /// More would keep the first of them waiting for the last.
  private static final int MAX_TOGETHER = 16;

  private final DeadlineQueue<Job> queue;
  private final JdbcExecutor.Limits limits;
  private final SessionSource sessions;
  private final Pulse pulse;
  private final LogLimit logLimit;
  // Written by this worker's thread, the job last.
  private volatile long askingSinceNanos;
  private volatile @Nullable Job asking;
  // Written by this worker's thread, which owns it; others may only abort it.
  private volatile @Nullable Session session;
  // Owned by this worker's thread.
  private long sessionSinceNanos;
  private boolean broken;

  /// One of those that serve a queue within the same limits.
  JdbcWorker(
      DeadlineQueue<Job> queue,
      JdbcExecutor.Limits limits,
      SessionSource sessions,
      Pulse pulse,
      LogLimit logLimit) {
    this.queue = queue;
    this.limits = limits;
    this.sessions = sessions;
    this.pulse = pulse;
    this.logLimit = logLimit;
  }

  @Override
  public void run() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        List<Job> next = queue.take(MAX_IDLE, this::share, Job::joins);
        if (next.isEmpty()) {
          giveUpSession();
        } else {
          serve(together(next));
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      giveUpSession();
    }
  }

  /// The job that the database is being asked, if there is one. Any thread.
  @Nullable Job asking() {
    return asking;
  }

  /// Since when it is being asked.
  long askingSinceNanos() {
    return askingSinceNanos;
  }

  /// What waits is shared by all workers: a database that is slow is asked in parallel.
  private int share(int waiting) {
    return Math.min(MAX_TOGETHER, (waiting + limits.threads() - 1) / limits.threads());
  }

  private static Job together(List<Job> jobs) {
    Job first = jobs.getFirst();
    return jobs.size() == 1 ? first : first.with(jobs.subList(1, jobs.size()));
  }

  /// Cuts the connection off if the question of now has been with the database for longer than
  /// that; the question then fails. Any thread.
  void interruptAfter(long nanos) {
    Session mine = session;
    if (asking != null && mine != null && System.nanoTime() - askingSinceNanos > nanos) {
      mine.abort();
    }
  }

  private void serve(Job job) {
    askingSinceNanos = System.nanoTime();
    asking = job;
    Runnable answer = ask(job);
    asking = null;
    try {
      answer.run();
    } catch (RuntimeException e) {
      LOG.error("A receiver of a database answer failed", e);
    }
    // After the answer: to take leave of a hanging connection may take a while.
    if (broken) {
      giveUpSession();
    }
  }

  private Runnable ask(Job job) {
    try {
      return askWhileQuick(job);
    } catch (RuntimeException e) {
      broken = true;
      LOG.error("A database query failed", e);
      return () -> job.refuse(Refusal.FAILED);
    }
  }

  /// The next connection may be broken as well: all that lead to a database break when it dies.
  private Runnable askWhileQuick(Job job) {
    for (int attempt = 1; ; attempt++) {
      try {
        return heard(job.ask(session()));
      } catch (SQLException e) {
        if (!SqlFailures.isConnectionFailure(e)) {
          return refusal(job, Refusal.FAILED, e);
        }
        broken = true;
        boolean isLate = System.nanoTime() - askingSinceNanos >= RETRY_WITHIN_NANOS;
        if (isLate || attempt == MAX_ATTEMPTS) {
          return refusal(job, Refusal.UNREACHABLE, e);
        }
        giveUpSession();
      }
    }
  }

  private Runnable heard(Runnable answer) {
    pulse.beat();
    return answer;
  }

  private Runnable refusal(Job job, Refusal reason, SQLException failure) {
    return () -> {
      job.refuse(reason);
      pulse.suspect();
      if (!pulse.isLost() && logLimit.allows()) {
        LOG.warn("The database could not answer: {}", SqlFailures.describe(failure));
      }
    };
  }

  private Session session() throws SQLException {
    Session mine = session;
    if (mine != null
        && sessions.isCurrent(mine)
        && System.nanoTime() - sessionSinceNanos < MAX_SESSION_NANOS) {
      return mine;
    }
    giveUpSession();
    Session taken = sessions.take();
    if (!limits.question().isZero()) {
      taken.waitWithoutLimit();
    }
    session = taken;
    sessionSinceNanos = System.nanoTime();
    return taken;
  }

  private void giveUpSession() {
    broken = false;
    Session mine = session;
    if (mine != null) {
      session = null;
      mine.close();
    }
  }
}
