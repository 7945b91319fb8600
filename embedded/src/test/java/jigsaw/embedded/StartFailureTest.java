package jigsaw.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StartFailureTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          InnoDB: Error number 28 means 'No space left on device'            | the disk is full
          mariadbd: Disk is full writing './aria_log' (Errcode: 28)          | the disk is full
          mariadbd: Can't create file (errno: 13 "Permission denied")        | no permission
          libcrypt.so.1: cannot open shared object file: No such file        | libcrypt.so.1 is missing
          2026-01-01 0:00:00 0 [ERROR] Unknown suffix '.' used for variable  | Unknown suffix
          a line without any hint                                            | it gave no reason
          """)
  void findsTheReasonInTheOutput(String output, String reason) {
    assertThat(StartFailure.explain("MariaDB", output, Path.of("/d/mariadb.log")))
        .hasMessageContaining(reason)
        .hasMessageContaining("/d/mariadb.log");
  }
}
