package jigsaw.embedded.hostile;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/// Many hostile connections of one kind, on a thread of their own.
final class Swarm {
  private static final int BEAT_MILLIS = 100;

  private final List<HostileConnection> connections = new ArrayList<>();
  private final Thread thread = Thread.ofPlatform().daemon().name("swarm").unstarted(this::run);
  private final CountDownLatch begun = new CountDownLatch(1);
  private volatile int open;
  private volatile boolean ended;

  private Swarm() {}

  static Swarm attack(int port, int count, Behaviour behaviour) throws IOException {
    Swarm swarm = new Swarm();
    for (int i = 0; i < count; i++) {
      swarm.connections.add(HostileConnection.open(port, behaviour));
    }
    swarm.open = count;
    swarm.thread.start();
    return swarm;
  }

  /// Waits until each has done its first deed, which takes the last one a while if they are greedy.
  void awaitBegin() throws InterruptedException {
    begun.await();
  }

  /// How many are still connected.
  int open() {
    return open;
  }

  /// How many have read exactly so many octets.
  long countThatRead(long bytes) {
    return connections.stream().filter(connection -> connection.readBytes() == bytes).count();
  }

  /// Ends what is left.
  void end() throws InterruptedException {
    ended = true;
    thread.join();
    connections.forEach(HostileConnection::close);
    open = 0;
  }

  private void run() {
    try {
      while (!ended && open > 0) {
        for (HostileConnection connection : connections) {
          if (connection.isOpen()) {
            connection.beat();
          }
        }
        begun.countDown();
        open = (int) connections.stream().filter(HostileConnection::isOpen).count();
        Thread.sleep(BEAT_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      begun.countDown();
    }
  }
}
