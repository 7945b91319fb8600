package jigsaw.server.ops;

import java.util.function.BooleanSupplier;

/// Whether the server should get requests: not before it has something to serve and is warm, and no
/// longer once it drains.
public final class Readiness {
  private final BooleanSupplier canServe;
  private volatile boolean warm;
  private volatile boolean draining;

  /// `canServe` says whether the data are there right now.
  public Readiness(BooleanSupplier canServe) {
    this.canServe = canServe;
  }

  public void becomeWarm() {
    warm = true;
  }

  /// For good.
  public void drain() {
    draining = true;
  }

  public boolean isReady() {
    return state() == State.READY;
  }

  State state() {
    if (draining) {
      return State.DRAINING;
    }
    return warm && canServe.getAsBoolean() ? State.READY : State.WAITING;
  }

  enum State {
    /// For data, or for warm-up to end.
    WAITING,
    READY,
    DRAINING
  }
}
