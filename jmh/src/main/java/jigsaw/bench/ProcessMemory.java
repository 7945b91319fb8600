package jigsaw.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The memory of a process (proc(5), `/proc/PID/status`).
public record ProcessMemory(long pid) {
  private static final int KIB_PER_MIB = 1024;

  /// What is resident now (`VmRSS`), in MiB.
  ///
  /// @throws IOException if it cannot be read, for example because the process has ended
  public long residentMib() throws IOException {
    return kib("VmRSS:") / KIB_PER_MIB;
  }

  /// The most that was ever resident (`VmHWM`), in KiB.
  ///
  /// @throws IOException if it cannot be read, for example because the process has ended
  public long peakKib() throws IOException {
    return kib("VmHWM:");
  }

  private long kib(String field) throws IOException {
    for (String line : Files.readAllLines(Path.of("/proc", Long.toString(pid), "status"))) {
      if (line.startsWith(field)) {
        return Long.parseLong(line.replaceAll("\\D", ""));
      }
    }
    throw new IOException("process " + pid + " has no " + field + " any more");
  }
}
