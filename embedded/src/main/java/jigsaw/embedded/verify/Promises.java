package jigsaw.embedded.verify;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import jigsaw.embedded.verify.Fault.Outcome;

/// Tries one promise after the other and keeps the table of what came of them.
final class Promises {
  private final Stage stage;
  private final List<String> rows = new ArrayList<>();

  Promises(Stage stage) {
    this.stage = stage;
  }

  /// Tries all and prints the table.
  ///
  /// @return whether all that could be tried were kept, and there was at least one
  boolean tryAll(List<Fault> faults) throws IOException, InterruptedException {
    boolean allKept = true;
    int tried = 0;
    for (Fault fault : faults) {
      System.out.println("trying: " + fault.promise());
      Outcome outcome = fault.on(stage);
      String verdict =
          switch (outcome) {
            case Outcome.Kept _ -> "yes";
            case Outcome.Missed _ -> "NO";
            case Outcome.NotShown _ -> "not shown";
          };
      rows.add("| %s | %s | %s |".formatted(fault.promise(), outcome.text(), verdict));
      allKept &= !(outcome instanceof Outcome.Missed);
      tried += outcome instanceof Outcome.NotShown ? 0 : 1;
    }
    System.out.println("\n| promise | measured | kept |\n|---|---|---|");
    rows.forEach(System.out::println);
    return allKept && tried > 0;
  }
}
