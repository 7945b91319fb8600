package jigsaw.verify.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// Sends requests at fixed moments, whatever the answers do, until it is told to end.
final class OpenLoop {
  private static final int LIVE_EVERY = 20;

  private final Server server;
  private final Client client;
  private final Mix mix;
  private final long intervalNanos;
  // Owned by the sending thread until it has ended.
  private final List<Shot> shots = new ArrayList<>();
  private final Thread thread;
  private volatile boolean ending;

  private OpenLoop(Server server, Client client, Mix mix, int rate) {
    this.server = server;
    this.client = client;
    this.mix = mix;
    intervalNanos = TimeUnit.SECONDS.toNanos(1) / rate;
    thread = Thread.ofPlatform().daemon().name("load").unstarted(this::send);
  }

  /// What is asked for: every other request one of the hot targets, the rest of the cold ones.
  record Mix(List<String> hot, List<String> cold) {
    Mix {
      hot = List.copyOf(hot);
      cold = List.copyOf(cold);
    }
  }

  static OpenLoop start(Server server, Client client, Mix mix, int rate) {
    OpenLoop loop = new OpenLoop(server, client, mix, rate);
    loop.thread.start();
    return loop;
  }

  /// Ends the load, waits for the last answers as long as they may take, and tells all.
  Shots end() throws InterruptedException {
    ending = true;
    thread.join();
    TimeUnit.NANOSECONDS.sleep(Shot.LIMIT_NANOS);
    client.close();
    return new Shots(shots);
  }

  private void send() {
    Random random = new Random(1);
    long due = System.nanoTime();
    for (int number = 0; !ending; number++) {
      long wait = due - System.nanoTime();
      while (wait > 0) {
        LockSupport.parkNanos(wait);
        wait = due - System.nanoTime();
      }
      Kind kind = number % 2 == 0 ? Kind.HOT : Kind.COLD;
      List<String> targets = kind == Kind.HOT ? mix.hot() : mix.cold();
      fire(new Shot(kind, server.port(), targets.get(random.nextInt(targets.size())), due));
      if (number % LIVE_EVERY == 0) {
        fire(new Shot(Kind.LIVE, server.adminPort(), "/health/live", due));
      }
      due += intervalNanos;
    }
  }

  private void fire(Shot shot) {
    shots.add(shot);
    client.send(shot);
  }
}
