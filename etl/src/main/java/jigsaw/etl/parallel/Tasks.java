package jigsaw.etl.parallel;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/// Tasks that hand each other work and so must all run at the same time, each on a thread of its
/// own. The first failure interrupts all others.
public final class Tasks {
  private static final Duration END_LIMIT = Duration.ofSeconds(10);

  private final Duration endLimit;
  private final List<Callable<?>> tasks = new ArrayList<>();

  public Tasks() {
    this(END_LIMIT);
  }

  /// After a failure the others get so much time to end.
  Tasks(Duration endLimit) {
    this.endLimit = endLimit;
  }

  public void add(Callable<?> task) {
    tasks.add(task);
  }

  /// Runs the tasks until all are done.
  ///
  /// Otherwise `cancel` is called, which must free tasks that an interrupt does not reach, and the
  /// first task's failure is thrown as it was. A task that still does not end is left behind, for
  /// that failure is what has to be told.
  public void run(Runnable cancel) throws InterruptedException {
    ExecutorService threads =
        Executors.newThreadPerTaskExecutor(Thread.ofPlatform().name("etl-", 1).factory());
    boolean done = false;
    try {
      CompletionService<Object> completion = new ExecutorCompletionService<>(threads);
      tasks.forEach(task -> completion.submit(task::call));
      for (int finished = 0; finished < tasks.size(); finished++) {
        completion.take().get();
      }
      done = true;
    } catch (ExecutionException e) {
      throw failure(e);
    } finally {
      threads.shutdownNow();
      if (!done) {
        cancel.run();
      }
      awaitEnd(threads);
    }
  }

  private static RuntimeException failure(ExecutionException e) throws InterruptedException {
    return switch (e.getCause()) {
      case RuntimeException unchecked -> unchecked;
      case Error error -> throw error;
      case InterruptedException interrupted -> throw interrupted;
      case null, default -> new IllegalStateException(e.getCause());
    };
  }

  private void awaitEnd(ExecutorService threads) {
    boolean interrupted = Thread.interrupted();
    try {
      boolean _ = threads.awaitTermination(endLimit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      interrupted = true;
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
