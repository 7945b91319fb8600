package jigsaw.loadtest.measure;

import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;

/// The CPU time of this process between a start and a stop.
final class ProcessCpu {
  private final OperatingSystemMXBean system = ManagementFactory.getOperatingSystemMXBean();
  private long startCpuNanos;
  private long startNanos;
  private double cores;

  void start() {
    startCpuNanos = cpuNanos();
    startNanos = System.nanoTime();
  }

  void stop() {
    long elapsed = System.nanoTime() - startNanos;
    cores = startNanos == 0 || elapsed <= 0 ? 0 : (cpuNanos() - startCpuNanos) / (double) elapsed;
  }

  /// Cores busy on average, from start to stop.
  double cores() {
    return cores;
  }

  private long cpuNanos() {
    return system instanceof com.sun.management.OperatingSystemMXBean process
        ? process.getProcessCpuTime()
        : 0;
  }
}
