package jigsaw.server.metrics;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/// Counters that one thread adds to and any thread reads: plain speed for the writer, whole values
/// for the readers.
final class Tally {
  private static final VarHandle ELEMENT = MethodHandles.arrayElementVarHandle(long[].class);

  private final long[] counts;

  Tally(int size) {
    counts = new long[size];
  }

  /// Only the owning thread.
  void add(int index, long amount) {
    ELEMENT.setOpaque(counts, index, counts[index] + amount);
  }

  long get(int index) {
    return (long) ELEMENT.getOpaque(counts, index);
  }

  int size() {
    return counts.length;
  }
}
