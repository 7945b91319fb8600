package jigsaw.verify.faults;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import jigsaw.embedded.EmbeddedNginx;
import jigsaw.embedded.Ports;

/// Three servers behind nginx, of which one ends; what nginx's clients, whose connections are kept,
/// notice of it.
///
/// Starting a server takes as much of the machine as it gets, which all share here: so answers are
/// judged, not times, the others must have been compiled before, and each has time to practise
/// before it is ready.
final class BehindNginx {
  private static final int SERVERS = 3;
  private static final double SETTLING_SECONDS = 20;
  private static final double AWAY_SECONDS = 10;
  private static final double AFTERWARDS_SECONDS = 10;
  private static final double DRAIN_SECONDS = 10;
  private static final double MAX_FAILED = 0.001;
  private static final double NOTICED_SECONDS = 2;
  private static final double BACK_SECONDS = 10;

  private static final Map<String, String> SETTINGS =
      Map.of("JIGSAW_DRAIN_DELAY", "1s", "JIGSAW_WARM_UP_TIME", "2s", "JIGSAW_OPEN_WHEN", "warm");

  private BehindNginx() {}

  /// SIGTERM.
  static void terminated(Scene scene, Promises promises) throws IOException, InterruptedException {
    try (Group group = Group.start(scene)) {
      Trial trial = group.begin(scene);
      long start = System.nanoTime();
      trial.fault();
      group.first().terminate();
      double notReady = group.first().secondsUntil(server -> server.readyStatus() != 200);
      int ready = group.first().readyStatus();
      OptionalInt exitCode = group.first().exitCode(2 * DRAIN_SECONDS);
      double seconds = (System.nanoTime() - start) / 1e9;
      scene.pass(AWAY_SECONDS);
      double back = group.restart(scene);
      trial.back();
      scene.pass(AFTERWARDS_SECONDS);
      Shots all = passed(trial);
      Trial.judgeBodies(promises, all);
      promises.none(
          "answer other than 200 at nginx's clients",
          all.count(shot -> !shot.is(200)),
          all.count());
      promises.add(
          "ready fails first",
          ready == 503 && notReady < seconds,
          "%d after %.2f s".formatted(ready, notReady));
      promises.add("exit 0", exitCode.equals(OptionalInt.of(0)), text(exitCode));
      promises.atMost("within 10 s", DRAIN_SECONDS, seconds, "s");
      promises.atMost("started again, in rotation within 10 s", BACK_SECONDS, back, "s");
    }
  }

  /// SIGKILL.
  static void killed(Scene scene, Promises promises) throws IOException, InterruptedException {
    try (Group group = Group.start(scene)) {
      Trial trial = group.begin(scene);
      trial.fault();
      group.first().kill();
      scene.pass(AWAY_SECONDS);
      double back = group.restart(scene);
      trial.back();
      scene.pass(AFTERWARDS_SECONDS);
      Shots all = passed(trial);
      Trial.judgeBodies(promises, all);
      Shots failed = all.only(shot -> !shot.is(200));
      promises.add(
          "less than 0.1 % errors at nginx's clients",
          failed.count() < MAX_FAILED * all.count(),
          "%d of %d".formatted(failed.count(), all.count()));
      promises.atMost(
          "none 2 s after it", NOTICED_SECONDS, failed.lastSecondsSince(trial.faultNanos()), "s");
      promises.atMost("started again, in rotation within 10 s", BACK_SECONDS, back, "s");
    }
  }

  /// What went through nginx.
  private static Shots passed(Trial trial) throws InterruptedException {
    Shots all = trial.endUnhurried().only(shot -> shot.kind != Kind.LIVE);
    System.out.println("answers by status: " + all.statuses());
    System.out.println(
        "other than 200, by second since it happened: "
            + all.only(shot -> !shot.is(200)).secondsSince(trial.faultNanos()));
    return all;
  }

  /// nginx and the servers behind it.
  private static final class Group implements AutoCloseable {
    private final List<Server> servers = new ArrayList<>();
    private final EmbeddedNginx nginx;

    private Group(EmbeddedNginx nginx) {
      this.nginx = nginx;
    }

    static Group start(Scene scene) throws IOException, InterruptedException {
      List<Integer> ports = new ArrayList<>();
      for (int number = 1; number <= SERVERS; number++) {
        ports.add(Ports.free());
      }
      Group group =
          new Group(EmbeddedNginx.start(scene.home(), scene.folder().resolve("nginx"), ports));
      for (int number = 1; number <= SERVERS; number++) {
        group.servers.add(
            scene.launchServer(number, SETTINGS, ports.get(number - 1), Ports.free()));
      }
      for (Server server : group.servers) {
        server.awaitReady();
      }
      return group;
    }

    Server first() {
      return servers.getFirst();
    }

    /// Lets the load begin, and all settle.
    Trial begin(Scene scene) throws InterruptedException {
      Trial trial = scene.begin(first(), nginx.port());
      scene.pass(SETTLING_SECONDS);
      return trial;
    }

    /// Starts the first server again.
    ///
    /// @return seconds until nginx has connections to it
    double restart(Scene scene) throws IOException, InterruptedException {
      Server old = first();
      Server server = scene.launchServer(1, SETTINGS, old.port(), old.adminPort());
      servers.set(0, server);
      double seconds = server.secondsUntil(Group::hasConnections);
      server.awaitReady();
      return seconds;
    }

    private static boolean hasConnections(Server server) {
      try {
        return server.status("connections") > 0;
      } catch (IOException _) {
        // Its port for operations is not open yet.
        return false;
      }
    }

    @Override
    public void close() {
      nginx.close();
      servers.forEach(Server::close);
    }
  }

  private static String text(OptionalInt exitCode) {
    return exitCode.isPresent() ? Integer.toString(exitCode.getAsInt()) : "still running";
  }
}
