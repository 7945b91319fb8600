package jigsaw.verify.faults;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/// The server's account gets another password and loses its connections.
final class ChangedPassword {
  private static final double CHANGED_SECONDS = 10;
  private static final double AFTERWARDS_SECONDS = 5;
  private static final double MAX_LINES = 10;
  private static final String OTHER = "another-password-4711";

  private ChangedPassword() {}

  static void show(Scene scene, Promises promises) throws IOException, InterruptedException {
    Accounts reader = scene.backends().reader();
    try (Trial trial = scene.begin(Map.of())) {
      int linesBefore = trial.server().logLines().size();
      trial.fault();
      Accounts changed = reader.changePassword(OTHER);
      List<String> lines;
      try {
        scene.pass(CHANGED_SECONDS);
        List<String> all = trial.server().logLines();
        lines = List.copyOf(all.subList(linesBefore, all.size()));
      } finally {
        changed.changePassword(reader.password());
      }
      trial.back();
      scene.pass(AFTERWARDS_SECONDS);
      trial.end();
      trial.judgeAlways(promises);
      trial.judgeRefusals(promises);
      trial.judgeReturn(promises);
      lines.forEach(System.out::println);
      long denied = lines.stream().filter(line -> line.contains("Access denied")).count();
      promises.add("one log line says that access is denied", denied == 1, denied + " lines");
      promises.atMost("at most 10 log lines in all", MAX_LINES, (double) lines.size(), "lines");
      promises.none(
          "secret in the log",
          lines.stream()
              .filter(line -> line.contains(OTHER) || line.contains(reader.password()))
              .count(),
          lines.size());
    }
  }
}
