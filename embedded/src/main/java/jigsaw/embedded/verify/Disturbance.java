package jigsaw.embedded.verify;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import jigsaw.embedded.verify.EtlProcess.Ending;

/// A fault after which a load ends by itself: its exit code is one of the documented ones, its
/// message has a certain text, the live generation is intact, the same command once more works.
///
/// @param says what the message has to contain, such as the file or the table
/// @param obstacle why it cannot be shown here
/// @param act disturbs a load and tells how it ended, with everything as it should be again
record Disturbance(String name, Set<Integer> exitCodes, String says, Obstacle obstacle, Act act)
    implements Fault {
  private static final int MAX_SHOWN = 180;

  Disturbance {
    exitCodes = Set.copyOf(exitCodes);
  }

  @Override
  public String promise() {
    return name
        + ": exit "
        + String.join(" or ", exitCodes.stream().sorted().map(String::valueOf).toList())
        + ", names it, live generation intact, rerun works";
  }

  @Override
  public Outcome on(Stage stage) throws IOException, InterruptedException {
    Optional<String> reason = obstacle.on(stage);
    if (reason.isPresent()) {
      return new Outcome.NotShown(reason.get());
    }
    int before = stage.tables().live();
    Ending ending = act.on(stage);
    boolean wentLive = stage.tables().live() != before;
    String fault = wentLive ? "went live" : stage.recovery(false);
    return Outcome.of(
        exitCodes.contains(ending.exitCode()) && ending.message().contains(says) && fault.isEmpty(),
        "exit "
            + ending.exitCode()
            + ": "
            + shown(ending, stage)
            + (fault.isEmpty() ? "" : "; " + fault));
  }

  private static String shown(Ending ending, Stage stage) {
    String message = ending.message().replace(stage.folder() + "/", "");
    return message.length() > MAX_SHOWN ? message.substring(0, MAX_SHOWN) + "…" : message;
  }

  /// Tells why something cannot be shown on a stage; empty if it can.
  interface Obstacle {
    Optional<String> on(Stage stage) throws IOException, InterruptedException;
  }

  /// Disturbs one load.
  interface Act {
    Ending on(Stage stage) throws IOException, InterruptedException;
  }
}
