package jigsaw.embedded;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Ends what an earlier run left behind when it was killed.
///
/// A program of ours carries an argument that names its data folder, so a look at the running
/// processes finds it without any record that could be stale or missing. Whoever calls this holds
/// the folder's lock ([DataFolder]), so a process found has no owner any more.
final class Orphans {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private Orphans() {}

  /// Stops every process with exactly this argument and waits until it is gone.
  ///
  /// @return how many there were
  static int stop(String argument) {
    List<ProcessHandle> orphans =
        ProcessHandle.allProcesses().filter(process -> has(process, argument)).toList();
    orphans.forEach(ProcessHandle::destroy);
    orphans.forEach(Orphans::awaitEnd);
    return orphans.size();
  }

  private static boolean has(ProcessHandle process, String argument) {
    return process.info().arguments().stream().flatMap(Arrays::stream).anyMatch(argument::equals);
  }

  private static void awaitEnd(ProcessHandle process) {
    try {
      process.onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (TimeoutException _) {
      process.destroyForcibly();
      process.onExit().join();
    } catch (ExecutionException e) {
      throw new EmbeddedException("cannot wait for process " + process.pid(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EmbeddedException("interrupted while stopping process " + process.pid(), e);
    }
  }
}
