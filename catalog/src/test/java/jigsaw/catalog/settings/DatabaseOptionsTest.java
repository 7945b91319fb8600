package jigsaw.catalog.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

final class DatabaseOptionsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:mysql://127.0.0.1:3306/jigsaw",
        "jdbc:mysql://db/jigsaw",
        "jdbc:mysql://[::1]:3306/jigsaw?sslMode=REQUIRED"
      })
  void takesAJdbcAddress(String url) {
    assertThat(options("--db-url", url).url()).isEqualTo(url);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:mysql://db/jigsaw",
        "jdbc:mysql://one:3306,two:3307/jigsaw?connectTimeout=5",
        "jdbc:mysql:replication://source,[::1]:3307/jigsaw",
        "jdbc:mysql:loadbalance://one,two/jigsaw"
      })
  void readersMayHaveSeveralDatabases(String url) {
    assertThat(options("--db-url", url).readUrl()).isEqualTo(url);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:mysql:replication://source,/jigsaw",
        "jdbc:mysql:replication://source,replica",
        "jdbc:mysql:replication://root@source,replica/jigsaw",
        "jdbc:mysql:replication://source,replica/jigsaw?password=hunter2",
        "jdbc:mysql:srv://source/jigsaw"
      })
  void refusesSeveralDatabasesOfAnotherForm(String url) {
    assertThatThrownBy(() -> options("--db-url", url).readUrl())
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageNotContaining("hunter2");
  }

  @Test
  void writersHaveOneDatabase() {
    String url = "jdbc:mysql:replication://source,replica/jigsaw";
    assertThatThrownBy(() -> options("--db-url", url).url())
        .isInstanceOf(InvalidSettingException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "localhost",
        "mysql://db/jigsaw",
        "jdbc:postgresql://db/jigsaw",
        "jdbc:mysql://db:3306",
        "jdbc:mysql://db:3306/",
        "jdbc:mysql:///jigsaw",
        "jdbc:mysql://db:x/jigsaw",
        "jdbc:mysql://db/jig saw"
      })
  void namesKeyValueAndExpectationOfAWrongAddress(String url) {
    assertThatThrownBy(() -> options("--db-url", url).url())
        .isInstanceOf(InvalidSettingException.class)
        .hasMessage("JIGSAW_DB_URL: '" + url + "', expected jdbc:mysql://HOST:PORT/SCHEMA");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:mysql://root:hunter2@db/jigsaw",
        "jdbc:mysql://db/jigsaw?user=root&password=hunter2"
      })
  void hidesAPasswordInAWrongAddress(String url) {
    assertThatThrownBy(() -> options("--db-url", url).url())
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageNotContaining("hunter2");
  }

  @Test
  void readsThePasswordFromAFileWithoutItsLineEnd(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("password"), "s3 cret\n");
    Secret secret =
        options("--db-password-file", file.toString()).password(Map.of("JIGSAW_DB_PASSWORD", "x"));

    assertThat(secret.reveal()).isEqualTo("s3 cret");
    assertThat(secret).hasToString("(hidden)");
  }

  @Test
  void readsThePasswordFromTheEnvironment() {
    assertThat(options().password(Map.of("JIGSAW_DB_PASSWORD", "x")).reveal()).isEqualTo("x");
    assertThat(options().password(Map.of())).hasToString("(none)");
  }

  @Test
  void namesAPasswordFileThatCannotBeRead(@TempDir Path folder) {
    Path missing = folder.resolve("missing");

    assertThatThrownBy(() -> options("--db-password-file", missing.toString()).password(Map.of()))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageContaining("JIGSAW_DB_PASSWORD_FILE")
        .hasMessageContaining(missing.toString());
  }

  private static DatabaseOptions options(String... arguments) {
    Program program = new Program();
    CommandLines.of(program, Map.of()).parseArgs(arguments);
    return program.database;
  }

  @Command(name = "program")
  static final class Program {
    @Mixin private final DatabaseOptions database = new DatabaseOptions();
  }
}
