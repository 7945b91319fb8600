package jigsaw.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The CPU time that a process has used, user and system, all threads (proc(5), `/proc/PID/stat`).
record CpuClock(long pid) {
  // USER_HZ, which is the same on every Linux that Java runs on.
  private static final long MICROS_PER_TICK = 10_000;
  private static final int UTIME_BEHIND_NAME = 11;

  long micros() throws IOException {
    String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
    // The name stands in parentheses and may hold anything.
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
    long ticks =
        Long.parseLong(fields[UTIME_BEHIND_NAME]) + Long.parseLong(fields[UTIME_BEHIND_NAME + 1]);
    return ticks * MICROS_PER_TICK;
  }
}
