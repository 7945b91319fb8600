package jigsaw.embedded;

import java.util.ArrayDeque;
import java.util.Deque;

/// What one thread has started and must stop: last started, first stopped.
final class RunningPrograms implements AutoCloseable {
  private final String owner;
  private final Deque<AutoCloseable> programs = new ArrayDeque<>();

  /// @param owner the command that messages name, such as `jigsaw demo`
  RunningPrograms(String owner) {
    this.owner = owner;
  }

  <T extends AutoCloseable> T add(T program) {
    programs.push(program);
    return program;
  }

  /// Stops everything, also when some of it does not stop in the proper way.
  @Override
  public void close() {
    // An interruption has done its work by now and must not cut the orderly stop short.
    boolean interrupted = Thread.interrupted();
    while (!programs.isEmpty()) {
      try {
        programs.pop().close();
      } catch (Exception e) {
        System.err.println(owner + ": while stopping: " + e.getMessage());
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
