package jigsaw.embedded.hostile;

import java.io.IOException;
import jigsaw.embedded.blackbox.RawAnswer;
import jigsaw.embedded.blackbox.RawConnection;
import jigsaw.embedded.blackbox.ServeProcess;

/// One server under one attack after the other.
final class Siege {
  private static final int CALM_SECONDS = 5;
  private static final int PATIENCE_SECONDS = 5;
  private static final int SAMPLE_MILLIS = 100;
  private static final double ACCEPT_SECONDS = 1;
  private static final double P99_LIMIT_MILLIS = 100;
  private static final double GROWTH_LIMIT_MIB = 64;

  /// Connections of the database's pool and of the well-behaved client may come and go.
  private static final int SPARE_DESCRIPTORS = 8;

  private final ServeProcess server;
  private final ProcessGauges gauges;
  private final PromiseTable promises;
  private double calmMib;
  private long calmDescriptors;
  private int answerBytes;

  Siege(ServeProcess server, PromiseTable promises) {
    this.server = server;
    this.promises = promises;
    gauges = new ProcessGauges(server.pid());
  }

  /// Lets the server do its work for a while, and notes what it takes then.
  void calm() throws IOException, InterruptedException {
    answerBytes = answerBytes();
    GoodClient good = GoodClient.start(server.port());
    Thread.sleep(CALM_SECONDS * 1_000L);
    calmMib = gauges.residentMib();
    calmDescriptors = gauges.descriptors();
    good.end();
  }

  /// Has the server stand one attack.
  void stand(Attacks.Attack attack) throws IOException, InterruptedException {
    GoodClient good = GoodClient.start(server.port());
    double most = 0;
    Swarm swarm = Swarm.attack(server.port(), attack.connections(), attack.behaviour());
    swarm.awaitBegin();
    // Each has its time from its own last deed; that of the last one counts.
    long start = System.nanoTime();
    long left = attack.connections();
    while (left > 0 && seconds(start) < attack.limitSeconds()) {
      Thread.sleep(SAMPLE_MILLIS);
      most = Math.max(most, gauges.residentMib());
      left = attack.behaviour().readsAll() ? swarm.open() : held(left, seconds(start));
    }
    double elapsed = seconds(start);
    swarm.end();
    report(attack, swarm, left, elapsed);
    good.end();
    long descriptors = awaitDescriptors();
    promises.add(
        attack.name(),
        "a well-behaved client sees no error",
        good.errors() == 0 && good.requests() > 0,
        good.errors() + " of " + good.requests() + " " + good.firstError());
    promises.below(attack.name(), "its p99 < 100 ms", P99_LIMIT_MILLIS, good.p99Millis(), "ms");
    promises.below(
        attack.name(), "memory grows by less than 64 MiB", GROWTH_LIMIT_MIB, most - calmMib, "MiB");
    promises.add(
        attack.name(),
        "descriptors return to what they were",
        descriptors <= calmDescriptors + SPARE_DESCRIPTORS,
        descriptors + " after " + calmDescriptors);
  }

  /// How many connections the server still has, as it says itself: a client that does not read has
  /// octets to read for long after the end. `before` is what is returned until all are accepted.
  private long held(long before, double seconds) throws IOException {
    return seconds > ACCEPT_SECONDS
        ? Math.max(0, gauges.descriptors() - calmDescriptors - SPARE_DESCRIPTORS)
        : before;
  }

  private void report(Attacks.Attack attack, Swarm swarm, long left, double elapsed) {
    promises.add(
        attack.name(),
        "the server is rid of all "
            + attack.connections()
            + " within "
            + attack.limitSeconds()
            + " s",
        left == 0,
        left == 0 ? "after %.1f s".formatted(elapsed) : left + " still connected");
    if (attack.answers() > 0) {
      long expected = (long) attack.answers() * answerBytes;
      promises.add(
          attack.name(),
          "each gets " + attack.answers() + " whole answers",
          swarm.countThatRead(expected) == attack.connections(),
          swarm.countThatRead(expected) + " of " + attack.connections());
    }
  }

  /// Goodbyes take a moment.
  private long awaitDescriptors() throws IOException, InterruptedException {
    long end = System.nanoTime() + PATIENCE_SECONDS * 1_000_000_000L;
    long now = gauges.descriptors();
    while (now > calmDescriptors + SPARE_DESCRIPTORS && System.nanoTime() < end) {
      Thread.sleep(SAMPLE_MILLIS);
      now = gauges.descriptors();
    }
    return now;
  }

  /// The octets of a whole answer to [Attacks#REQUEST].
  private int answerBytes() throws IOException {
    try (RawConnection connection = new RawConnection(server.port())) {
      connection.send(Attacks.REQUEST);
      RawAnswer answer = connection.read(false);
      int fields = answer.fieldLines().stream().mapToInt(line -> line.length() + 2).sum();
      return answer.statusLine().length() + 2 + fields + 2 + answer.body().length();
    }
  }

  private static double seconds(long sinceNanos) {
    return (System.nanoTime() - sinceNanos) / 1e9;
  }
}
