package jigsaw.embedded.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import jigsaw.embedded.verify.Fault.Outcome;
import org.junit.jupiter.api.Test;

final class PromisesTest {
  private static final Fault KEPT = new Told(Outcome.of(true, "exit 3"));
  private static final Fault MISSED = new Told(Outcome.of(false, "exit 0"));
  private static final Fault NOT_SHOWN = new Told(new Outcome.NotShown("no root"));

  @Test
  void isKeptWhenEverythingThatCouldBeTriedWas() throws Exception {
    assertThat(tried(KEPT)).isTrue();
    assertThat(tried(KEPT, NOT_SHOWN)).isTrue();
  }

  @Test
  void isMissedByOneMiss() throws Exception {
    assertThat(tried(MISSED, KEPT)).isFalse();
    assertThat(tried(KEPT, MISSED)).isFalse();
  }

  @Test
  void isNotKeptWhenNothingCouldBeTried() throws Exception {
    assertThat(tried()).isFalse();
    assertThat(tried(NOT_SHOWN)).isFalse();
  }

  private static boolean tried(Fault... faults) throws Exception {
    LoadedDatabase database = LoadedDatabase.other("jdbc:mysql://127.0.0.1:1/none", "", "");
    Path nowhere = Path.of("nowhere");
    return new Promises(new Stage(nowhere, nowhere, 1, database)).tryAll(List.of(faults));
  }

  private record Told(Outcome outcome) implements Fault {
    @Override
    public String promise() {
      return "a promise";
    }

    @Override
    public Outcome on(Stage stage) {
      return outcome;
    }
  }
}
