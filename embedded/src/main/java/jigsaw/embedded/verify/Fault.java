package jigsaw.embedded.verify;

import java.io.IOException;

/// One way to disturb a load, and what is promised for it.
interface Fault {
  /// A sentence for the table; `--only` selects by it.
  String promise();

  /// Disturbs the next load of the stage, judges, and leaves the stage as it should be.
  Outcome on(Stage stage) throws IOException, InterruptedException;

  /// What came of a promise.
  sealed interface Outcome {
    /// What was measured, or why nothing was.
    String text();

    record Kept(String text) implements Outcome {}

    record Missed(String text) implements Outcome {}

    /// It cannot be tried on this machine or with this database.
    record NotShown(String text) implements Outcome {}

    /// The same with more of what was measured.
    default Outcome with(String more) {
      return switch (this) {
        case Kept kept -> new Kept(kept.text + more);
        case Missed missed -> new Missed(missed.text + more);
        case NotShown not -> not;
      };
    }

    static Outcome of(boolean kept, String measured) {
      return kept ? new Kept(measured) : new Missed(measured);
    }
  }
}
