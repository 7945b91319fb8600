package jigsaw.verify.faults;

/// Says what the open loop asks for next.
interface Source {
  /// The request `number`, from 0, that is due then (`System.nanoTime`).
  Shot shot(int number, long dueNanos);
}
