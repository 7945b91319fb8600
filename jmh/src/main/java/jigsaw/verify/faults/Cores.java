package jigsaw.verify.faults;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import jigsaw.embedded.Programs;

/// Keeps programs to one processor and this one to the others, until it is closed. Where the
/// machine cannot do that, or has one processor only, all share.
final class Cores implements AutoCloseable {
  private static final int COUNT = Runtime.getRuntime().availableProcessors();
  private static final String ALL = "0-" + (COUNT - 1);

  private final List<Long> programs;

  private Cores(List<Long> programs) {
    this.programs = programs;
  }

  /// The first processor for `programs`, the others for this one.
  static Cores split(Long... programs) throws IOException {
    List<Long> kept = new ArrayList<>();
    if (COUNT > 1 && Programs.find("taskset").isPresent()) {
      long here = ProcessHandle.current().pid();
      kept.add(here);
      kept.addAll(List.of(programs));
      for (long program : kept) {
        keep(program, program == here ? "1-" + (COUNT - 1) : "0");
      }
    } else {
      System.out.println("one processor, or no taskset: the load shares it with the server");
    }
    return new Cores(kept);
  }

  @Override
  public void close() throws IOException {
    for (long program : programs) {
      if (ProcessHandle.of(program).isPresent()) {
        keep(program, ALL);
      }
    }
  }

  /// All threads of a process; those that they start later inherit it (taskset(1)).
  private static void keep(long program, String processors) throws IOException {
    Process taskset =
        new ProcessBuilder("taskset", "-a", "-p", "-c", processors, Long.toString(program))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (taskset.onExit().join().exitValue() != 0) {
      throw new IOException("taskset failed for process " + program);
    }
  }
}
