package jigsaw.verify.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// Sends requests at fixed moments, whatever the answers do, until it is told to end.
final class OpenLoop {
  private static final int LIVE_EVERY = 20;

  private final Server server;
  private final Client client;
  private final Source source;
  private final long intervalNanos;
  // Guarded by itself.
  private final List<Shot> shots = new ArrayList<>();
  private final Thread thread;
  private volatile boolean ending;

  private OpenLoop(Server server, Client client, Source source, int rate) {
    this.server = server;
    this.client = client;
    this.source = source;
    intervalNanos = TimeUnit.SECONDS.toNanos(1) / rate;
    thread = Thread.ofPlatform().daemon().name("load").unstarted(this::send);
  }

  static OpenLoop start(Server server, Client client, Source source, int rate) {
    OpenLoop loop = new OpenLoop(server, client, source, rate);
    loop.thread.start();
    return loop;
  }

  /// Ends the load, waits for the last answers as long as they may take, and tells all.
  Shots end() throws InterruptedException {
    stop();
    TimeUnit.NANOSECONDS.sleep(Shot.LIMIT_NANOS);
    client.close();
    return taken(Long.MAX_VALUE / 2 + System.nanoTime());
  }

  /// Sends nothing any more.
  void stop() throws InterruptedException {
    ending = true;
    thread.join();
  }

  /// What has ended, one way or the other, and was not taken before.
  Shots take() {
    return taken(System.nanoTime() - Shot.LIMIT_NANOS);
  }

  private Shots taken(long before) {
    synchronized (shots) {
      int count = 0;
      while (count < shots.size() && shots.get(count).dueNanos - before < 0) {
        count++;
      }
      List<Shot> first = shots.subList(0, count);
      Shots taken = new Shots(first);
      first.clear();
      return taken;
    }
  }

  private void send() {
    long due = System.nanoTime();
    for (int number = 0; !ending; number++) {
      long wait = due - System.nanoTime();
      while (wait > 0) {
        LockSupport.parkNanos(wait);
        wait = due - System.nanoTime();
      }
      fire(source.shot(number, due));
      if (number % LIVE_EVERY == 0) {
        fire(new Shot(Kind.LIVE, server.adminPort(), "/health/live", due));
      }
      due += intervalNanos;
    }
  }

  private void fire(Shot shot) {
    synchronized (shots) {
      shots.add(shot);
    }
    client.send(shot);
  }
}
