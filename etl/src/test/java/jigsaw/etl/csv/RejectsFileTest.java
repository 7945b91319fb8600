package jigsaw.etl.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RejectsFileTest {
  @TempDir private Path folder;

  @Test
  void keepsTheRawLineExactly() throws IOException {
    Path path = folder.resolve("rejects.csv");
    try (RejectsFile file = new RejectsFile(path)) {
      file.write(new Reject("skus.csv", 7, "quantity", "negative number", "7,\"S, x\",-1 "));
    }
    assertThat(Files.readAllLines(path))
        .containsExactly(
            "file,line,column,reason,raw",
            "skus.csv,7,quantity,negative number,\"7,\"\"S, x\"\",-1 \"");
  }

  @Test
  void namesAPlaceThatCannotBeWritten() {
    assertThatThrownBy(() -> new RejectsFile(folder.resolve("none/rejects.csv")))
        .isInstanceOf(CsvException.class)
        .hasMessageContaining("rejects.csv cannot be written");
  }
}
