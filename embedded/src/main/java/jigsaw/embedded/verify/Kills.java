package jigsaw.embedded.verify;

import java.io.IOException;
import java.util.Random;

/// The ETL is killed at random moments of its whole run.
record Kills(int times, Random random) implements Fault {
  @Override
  public String promise() {
    return "ETL killed at "
        + times
        + " random moments: live generation intact, rerun gives the same tables, nothing left over";
  }

  @Override
  public Outcome on(Stage stage) throws IOException, InterruptedException {
    int kept = 0;
    int loading = 0;
    int live = 0;
    for (int number = 1; number <= times; number++) {
      long millis = (long) (random.nextDouble() * stage.undisturbedSeconds() * 1000);
      int before = stage.tables().live();
      try (EtlProcess etl = stage.load()) {
        etl.runFor(millis);
        etl.kill();
      }
      boolean whileLoading = stage.tables().isLoading();
      boolean wentLive = stage.tables().live() != before;
      String fault = stage.recovery(wentLive);
      kept += fault.isEmpty() ? 1 : 0;
      loading += whileLoading ? 1 : 0;
      live += wentLive ? 1 : 0;
      System.out.printf(
          "kill %2d after %5d ms, %s: %s%n",
          number,
          millis,
          wentLive ? "live by then" : whileLoading ? "while loading" : "before loading",
          fault.isEmpty() ? "recovered" : fault);
    }
    return Outcome.of(
        kept == times,
        kept
            + " of "
            + times
            + " ("
            + (times - loading - live)
            + " before tables were made, "
            + loading
            + " while loading, "
            + live
            + " after the swap)");
  }
}
