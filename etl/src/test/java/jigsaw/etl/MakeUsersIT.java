package jigsaw.etl;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jigsaw.embedded.EmbeddedMariaDb;
import jigsaw.embedded.MariaDbOptions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The users that `etl/make-users` makes can do what they are for and nothing else.
@TestInstance(Lifecycle.PER_CLASS)
final class MakeUsersIT {
  private static final String SCHEMA = "shop_x";
  private static final String LOADER_PASSWORD = "it's \\ a \"secret\" % $HOME `x`";
  private static final String READER_PASSWORD = "another'one";
  private static final String ADMIN_PASSWORD = "of-this-test";
  private static final String ADMIN_SQL =
      """
      DROP USER IF EXISTS test_admin@127.0.0.1;
      CREATE USER test_admin@127.0.0.1 IDENTIFIED BY '%s';
      GRANT ALL ON *.* TO test_admin@127.0.0.1 WITH GRANT OPTION;
      """
          .formatted(ADMIN_PASSWORD);

  private final EmbeddedMariaDb database;
  private final Connection admin;
  @TempDir private Path folder;

  MakeUsersIT(@TempDir Path data) throws SQLException {
    database = EmbeddedMariaDb.start(data, new MariaDbOptions(0, 64, ADMIN_SQL));
    admin = DriverManager.getConnection(database.jdbcUrl(""), "test_admin", ADMIN_PASSWORD);
  }

  @AfterAll
  void stop() throws SQLException {
    admin.close();
    database.close();
  }

  @BeforeEach
  void makeUsers() throws Exception {
    execute("DROP DATABASE IF EXISTS " + SCHEMA);
    execute("DROP USER IF EXISTS loader@'127.0.0.1'");
    execute("DROP USER IF EXISTS reader@'127.0.0.1'");
    Script script = script(passwords());
    assertThat(script.exitCode()).describedAs(script.output()).isZero();
    for (String statement : script.output().lines().toList()) {
      execute(statement);
    }
  }

  @Test
  void letsTheEtlLoadApplyRollBackAndReport() throws IOException {
    assertThat(load().err()).isEmpty();
    assertThat(load().exitCode()).isZero();
    assertThat(apply().exitCode()).isZero();
    assertThat(EtlRun.of(loader(), "rollback").out()).contains("generation 1 is live again");
    assertThat(EtlRun.of(loader(), "status").out()).contains("previous", "live");
    assertThat(load().exitCode()).isZero();
  }

  @Test
  void showsTheCatalogueUnderPlainNames() throws Exception {
    load();
    try (Connection reader = reader();
        Statement statement = reader.createStatement();
        ResultSet rows = statement.executeQuery("SELECT COUNT(*) FROM style")) {
      rows.next();
      assertThat(rows.getInt(1)).isEqualTo(5);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "INSERT INTO catalog_generation SELECT * FROM catalog_generation",
        "UPDATE catalog_generation SET state = 'retired'",
        "DELETE FROM product_g1",
        "DROP TABLE product_g1",
        "CREATE TABLE mine (id INT)",
        "CREATE VIEW mine AS SELECT 1",
        "ALTER TABLE product_g1 ADD mine INT",
        "CREATE DATABASE mine"
      })
  void letsTheServerOnlyRead(String sql) throws Exception {
    load();
    try (Connection reader = reader();
        Statement statement = reader.createStatement()) {
      statement.execute("SELECT body FROM product_document_g1");
      assertThatThrownBy(() -> statement.execute(sql))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("denied");
    }
  }

  @Test
  void givesNoRightsOutsideTheSchema() throws Exception {
    // _ in a grant stands for any character.
    execute("CREATE DATABASE IF NOT EXISTS shopax");
    for (String user : List.of("loader", "reader")) {
      assertThat(query("SHOW GRANTS FOR " + user + "@'127.0.0.1'"))
          .hasSize(2)
          .anyMatch(grant -> grant.startsWith("GRANT USAGE ON *.* TO `" + user + "`"))
          .anyMatch(grant -> grant.contains(" ON `shop\\_x`.* TO "));
    }
    Map<String, String> environment = loader();
    environment.put("JIGSAW_DB_URL", database.jdbcUrl("shopax"));
    EtlRun elsewhere = EtlRun.of(environment, "status");
    assertThat(elsewhere.exitCode()).isEqualTo(ExitCode.UNAVAILABLE.number());
    assertThat(elsewhere.err()).contains("no rights on the schema");
  }

  /// Without any one of its rights something of what it is for fails; only the views are allowed to
  /// be missing.
  @Test
  void givesTheEtlOnlyWhatItNeeds() throws Exception {
    load();
    load();
    String grants = query("SHOW GRANTS FOR loader@'127.0.0.1'").getLast();
    Matcher rights = Pattern.compile("(?:GRANT |, )([A-Z ]+)(?=,| ON )").matcher(grants);
    List<String> needed = new ArrayList<>();
    while (rights.find()) {
      String right = rights.group(1);
      execute("REVOKE " + right + " ON `shop\\_x`.* FROM loader@'127.0.0.1'");
      if (Stream.of(load(), apply(), load()).anyMatch(run -> run.exitCode() != 0)) {
        needed.add(right);
      }
      execute("GRANT " + right + " ON `shop\\_x`.* TO loader@'127.0.0.1'");
      assertThat(load().exitCode()).isZero();
    }
    assertThat(needed)
        .containsExactlyInAnyOrder("SELECT", "INSERT", "UPDATE", "DELETE", "CREATE", "DROP");
    assertThat(grants).contains(String.join(", ", needed) + ", CREATE VIEW ON ");
  }

  @Test
  void changesThePasswordsOfUsersThatExist() throws Exception {
    List<String> arguments = passwords();
    Files.writeString(folder.resolve("loader.pw"), "new one");
    Script script = script(arguments);
    for (String statement : script.output().lines().toList()) {
      execute(statement);
    }
    assertThat(load().err()).contains("was refused");
    Map<String, String> environment = loader();
    environment.put("JIGSAW_DB_PASSWORD", "new one");
    assertThat(EtlRun.of(environment, "status").exitCode()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "--schema, a`b, is not a name",
    "--etl-user, x'y, is not a name",
    "--host, a b, is not a host",
    "--server-password-file, no-such-file, cannot be read",
    "--password, secret, unknown option"
  })
  void refusesWhatWouldBeOtherSql(String option, String value, String message) throws Exception {
    List<String> arguments = passwords();
    arguments.addAll(List.of(option, value));
    Script script = script(arguments);
    assertThat(script.exitCode()).isEqualTo(2);
    assertThat(script.output()).contains(message).doesNotContain("CREATE");
  }

  private List<String> passwords() throws IOException {
    Path loader = Files.writeString(folder.resolve("loader.pw"), LOADER_PASSWORD + "\n");
    Path reader = Files.writeString(folder.resolve("reader.pw"), READER_PASSWORD);
    return new ArrayList<>(
        List.of(
            "--etl-password-file=" + loader,
            "--server-password-file=" + reader,
            "--schema=" + SCHEMA,
            "--host=127.0.0.1",
            "--etl-user=loader",
            "--server-user=reader"));
  }

  private static Script script(List<String> arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("sh", "make-users"));
    command.addAll(arguments);
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    return new Script(process.exitValue(), output);
  }

  private Map<String, String> loader() {
    return new HashMap<>(
        Map.of(
            "JIGSAW_DB_URL",
            database.jdbcUrl(SCHEMA),
            "JIGSAW_DB_USER",
            "loader",
            "JIGSAW_DB_PASSWORD",
            LOADER_PASSWORD));
  }

  private Connection reader() throws SQLException {
    return DriverManager.getConnection(database.jdbcUrl(SCHEMA), "reader", READER_PASSWORD);
  }

  private EtlRun load() {
    Path csv = CsvFolder.of("clean", folder.resolve("csv")).path();
    return EtlRun.of(loader(), "--csv=" + csv, "--rejects=" + folder.resolve("rejects.csv"));
  }

  private EtlRun apply() throws IOException {
    Path changes =
        Files.writeString(
            folder.resolve("changes.csv"),
            "product_id,style_id,sku_id,original_price,sale_price,quantity\n1,10,,99.00,,\n");
    return EtlRun.of(
        loader(), "apply", "--changes=" + changes, "--rejects=" + folder.resolve("rejects.csv"));
  }

  private void execute(String sql) throws SQLException {
    if (!sql.isBlank()) {
      try (Statement statement = admin.createStatement()) {
        statement.execute(sql);
      }
    }
  }

  private List<String> query(String sql) throws SQLException {
    try (Statement statement = admin.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      List<String> values = new ArrayList<>();
      while (rows.next()) {
        values.add(rows.getString(1));
      }
      return values;
    }
  }

  private record Script(int exitCode, String output) {}
}
