package jigsaw.verify.faults;

import java.io.OutputStream;
import jigsaw.embedded.FaultProxy;

/// Stands before the database and keeps everything that its clients say back for a while.
final class DelayProxy implements AutoCloseable {
  private final FaultProxy proxy;
  private volatile long delayMillis;

  private DelayProxy(int target) {
    proxy = FaultProxy.start(target, this::delayed);
  }

  /// For a port of this machine; without delay at first.
  static DelayProxy start(int target) {
    return new DelayProxy(target);
  }

  int port() {
    return proxy.port();
  }

  void delay(long millis) {
    delayMillis = millis;
  }

  @Override
  public void close() {
    proxy.close();
  }

  private boolean delayed(byte[] words, int length, OutputStream client)
      throws InterruptedException {
    Thread.sleep(delayMillis);
    return true;
  }
}
