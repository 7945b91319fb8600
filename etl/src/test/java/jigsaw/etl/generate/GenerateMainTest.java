package jigsaw.etl.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GenerateMainTest {
  @TempDir private Path folder;
  private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

  @ParameterizedTest
  @CsvSource({
    "--products=0, '--products: ''0'', expected 1 to 100000000'",
    "--products=-5, '--products: ''-5'', expected 1 to 100000000'",
    "--dirt=2, '--dirt: ''2.0'', expected 0 to 1'",
    "--dirt=NaN, '--dirt: ''NaN'', expected 0 to 1'",
    "--products=many, 'JIGSAW_PRODUCTS'"
  })
  void namesAWrongOption(String option, String message) {
    assertThat(run("--out", folder.toString(), option)).isEqualTo(2);
    assertThat(errors.toString(StandardCharsets.UTF_8)).contains(message);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void namesAFolderThatCannotBeMade() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    assertThat(run("--out", file.toString())).isEqualTo(1);
    assertThat(errors.toString(StandardCharsets.UTF_8)).contains("cannot write to " + file);
  }

  @Test
  void saysHowMuchSpaceItNeeds() throws IOException {
    GenerateMain.checkSpace(1_000_000, 2_350_000_000L);
    assertThatThrownBy(() -> GenerateMain.checkSpace(1_000_000, 2_349_999_999L))
        .isInstanceOf(IOException.class)
        .hasMessage("the disk has 2,349 MB free, about 2,350 MB are needed");
  }

  private int run(String... arguments) {
    PrintStream before = System.err;
    System.setErr(new PrintStream(errors, true, StandardCharsets.UTF_8));
    try {
      return GenerateMain.run(arguments);
    } finally {
      System.setErr(before);
    }
  }
}
