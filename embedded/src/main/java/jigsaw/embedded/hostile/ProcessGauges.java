package jigsaw.embedded.hostile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// What a process takes of the machine, from /proc (Linux, proc(5)).
record ProcessGauges(long pid) {
  private static final double TICKS_A_SECOND = 100;

  /// MiB in memory.
  double residentMib() throws IOException {
    try (Stream<String> lines = Files.lines(proc("status"))) {
      return lines
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1024)
          .findFirst()
          .orElseThrow(() -> new IOException("process " + pid + " has ended"));
    }
  }

  /// Open file descriptors.
  long descriptors() throws IOException {
    try (Stream<Path> open = Files.list(proc("fd"))) {
      return open.count();
    }
  }

  /// Seconds of user and system time so far.
  double cpuSeconds() throws IOException {
    String stat = Files.readString(proc("stat"));
    // The name in parentheses may hold anything.
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
    return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS_A_SECOND;
  }

  private Path proc(String name) {
    return Path.of("/proc", Long.toString(pid), name);
  }
}
