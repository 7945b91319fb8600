package jigsaw.verify.faults;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/// What a server that leaks would have ever more of, at one moment.
///
/// @param minute since the load began
/// @param heapMib what is alive: after a full collection
/// @param directMib buffers outside the heap
/// @param residentMib memory of the whole process
/// @param descriptors open files and sockets but those of HTTP clients
/// @param threads alive
record Vitals(
    double minute,
    double heapMib,
    double directMib,
    double residentMib,
    double descriptors,
    double threads) {
  static final String HEADER = "minute,heap_mib,direct_mib,resident_mib,descriptors,threads";

  private static final double MIB = 1 << 20;
  private static final int PARTS = 4;
  private static final double HEAP_MIB = 4;
  private static final double DIRECT_MIB = 4;
  private static final double RESIDENT_MIB = 16;
  private static final double DESCRIPTORS = 16;
  private static final double THREADS = 4;

  static Vitals of(Server server, double minute) throws IOException, InterruptedException {
    server.collectGarbage();
    AdminPort.Metrics metrics = server.metrics();
    return new Vitals(
        minute,
        metrics.of("jvm_memory_used_bytes{area=\"heap\"}") / MIB,
        metrics.of("jigsaw_direct_memory_bytes") / MIB,
        server.residentMib(),
        metrics.of("process_open_fds") - metrics.of("jigsaw_http_connections"),
        metrics.of("jvm_threads_current"));
  }

  /// Compares the last quarter with the second; the first is for caches and compilers to fill.
  static void judge(List<Vitals> all, Promises promises) {
    flat(all, promises, "heap", Vitals::heapMib, HEAP_MIB, "MiB");
    flat(all, promises, "direct memory", Vitals::directMib, DIRECT_MIB, "MiB");
    flat(all, promises, "resident memory", Vitals::residentMib, RESIDENT_MIB, "MiB");
    flat(all, promises, "descriptors", Vitals::descriptors, DESCRIPTORS, "");
    flat(all, promises, "threads", Vitals::threads, THREADS, "");
  }

  private static void flat(
      List<Vitals> all,
      Promises promises,
      String name,
      ToDoubleFunction<Vitals> what,
      double limit,
      String unit) {
    int part = all.size() / PARTS;
    double before = median(all.subList(part, 2 * part), what);
    double after = median(all.subList(all.size() - part, all.size()), what);
    promises.add(
        String.format(Locale.ROOT, "%s grows by less than %.0f %s", name, limit, unit).strip(),
        part > 0 && after - before < limit,
        String.format(Locale.ROOT, "%.1f, then %.1f %s", before, after, unit).strip());
  }

  private static double median(List<Vitals> some, ToDoubleFunction<Vitals> what) {
    double[] values = some.stream().mapToDouble(what).sorted().toArray();
    return values.length == 0 ? Double.NaN : values[values.length / 2];
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%.1f,%.1f,%.1f,%.0f,%.0f,%.0f",
        minute,
        heapMib,
        directMib,
        residentMib,
        descriptors,
        threads);
  }
}
