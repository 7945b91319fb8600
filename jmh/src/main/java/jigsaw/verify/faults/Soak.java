package jigsaw.verify.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/// A long load with calm and trouble in turn, and with a load of another catalogue in the middle.
/// The first seconds, in which the programs are compiled, do not count.
final class Soak {
  private static final double WARM_UP_SECONDS = 20;
  private static final double SHORTEST_CALM = 15;
  private static final double LONGEST_CALM = 45;
  private static final double RECOVERY_SECONDS = 2;
  private static final double NANOS_PER_MINUTE = 60e9;
  private static final String GENERATION = "jigsaw_generation";

  private final Scene scene;
  private final double minutes;
  private final Random random;
  private final SoakLedger ledger = new SoakLedger();
  private final List<Vitals> vitals = new ArrayList<>();

  Soak(Scene scene, double minutes, long seed) {
    this.scene = scene;
    this.minutes = minutes;
    random = new Random(seed);
  }

  void run(Promises promises) throws IOException, InterruptedException {
    // So that the right answers of both catalogues are known.
    load(2);
    load(1);
    Path file = scene.folder().resolve("vitals.csv");
    Files.writeString(file, Vitals.HEADER + "\n");
    try (Server server = scene.startServer(Map.of())) {
      SoakMix mix = new SoakMix(scene.products(), server.port());
      scene.warmUp(server, mix);
      OpenLoop loop = OpenLoop.start(server, new Client(scene.bodies()), mix, scene.rate());
      scene.pass(WARM_UP_SECONDS);
      loop.take();
      long first = server.metric(GENERATION);
      boolean swapped = false;
      long start = System.nanoTime();
      double minute = 0;
      while (minute < minutes) {
        scene.pass(random.nextDouble(SHORTEST_CALM, LONGEST_CALM));
        ledger.add(loop.take(), false);
        minute = (System.nanoTime() - start) / NANOS_PER_MINUTE;
        note(Vitals.of(server, minute), file);
        if (!swapped && minute >= minutes / 2) {
          swapped = true;
          say(minute, "another catalogue is loaded");
          scene.load(2);
        } else {
          disturb(loop, minute);
        }
      }
      ledger.add(loop.end(), false);
      promises.add(
          "a catalogue that was loaded in the middle is live",
          swapped && server.metric(GENERATION) > first,
          "generation %d after %d".formatted(server.metric(GENERATION), first));
    }
    ledger.judge(promises);
    Vitals.judge(vitals, promises);
  }

  private void load(int seed) throws IOException, InterruptedException {
    scene.load(seed);
    try (Server server = scene.startServer(Map.of())) {
      scene.bodies().read(server.port(), SoakMix.targets(scene.products()));
    }
  }

  private void disturb(OpenLoop loop, double minute) throws IOException, InterruptedException {
    Trouble trouble = Trouble.any(random);
    double seconds = Trouble.anyDuration(random);
    say(minute, String.format(Locale.ROOT, "%s for %.1f s", trouble, seconds));
    trouble.happen(scene, seconds);
    scene.pass(RECOVERY_SECONDS);
    ledger.add(loop.take(), trouble.isOfTheDatabase());
  }

  private void note(Vitals now, Path file) throws IOException {
    vitals.add(now);
    Files.writeString(file, now + "\n", StandardOpenOption.APPEND);
    say(now.minute(), ledger.toString());
  }

  private static void say(double minute, String what) {
    System.out.printf(Locale.ROOT, "minute %.1f: %s%n", minute, what);
  }
}
