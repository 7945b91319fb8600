package jigsaw.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedMariaDbIT {
  @TempDir private Path folder;

  @Test
  void keepsItsDataOverARestart() throws Exception {
    try (EmbeddedMariaDb database = EmbeddedMariaDb.start(folder);
        Connection connection = writer(database, EmbeddedMariaDb.SCHEMA);
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE kept (id INT PRIMARY KEY)");
      statement.execute("INSERT INTO kept VALUES (7)");
    }
    try (EmbeddedMariaDb database = EmbeddedMariaDb.start(folder);
        Connection connection = writer(database, EmbeddedMariaDb.SCHEMA);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT id FROM kept")) {
      assertThat(rows.next()).isTrue();
      assertThat(rows.getInt(1)).isEqualTo(7);
    }
  }

  @Test
  void givesEachAccountItsRightsAndNoMore() throws Exception {
    try (EmbeddedMariaDb database = EmbeddedMariaDb.start(folder)) {
      try (Connection connection = writer(database, "jigsaw_other?createDatabaseIfNotExist=true");
          Statement statement = connection.createStatement()) {
        statement.execute("CREATE TABLE seen (id INT PRIMARY KEY)");
        assertThatThrownBy(() -> statement.execute("SELECT * FROM mysql.global_priv"))
            .isInstanceOf(SQLException.class)
            .hasMessageContaining("denied");
      }
      try (Connection connection =
              DriverManager.getConnection(
                  database.jdbcUrl("jigsaw_other"),
                  database.readOnlyUser(),
                  database.readOnlyPassword());
          Statement statement = connection.createStatement()) {
        statement.execute("SELECT * FROM seen");
        assertThatThrownBy(() -> statement.execute("INSERT INTO seen VALUES (1)"))
            .isInstanceOf(SQLException.class)
            .hasMessageContaining("denied");
      }
      for (String account : new String[] {"root", "", "mysql"}) {
        assertThatThrownBy(
                () -> DriverManager.getConnection(database.jdbcUrl("jigsaw"), account, ""))
            .isInstanceOf(SQLException.class)
            .hasMessageContaining("Access denied");
      }
    }
  }

  @Test
  void keepsPasswordsForItsOwnerOnly() throws Exception {
    try (EmbeddedMariaDb database = EmbeddedMariaDb.start(folder)) {
      assertThat(database.password())
          .hasSizeGreaterThan(30)
          .isNotEqualTo(database.readOnlyPassword());
      for (String file :
          new String[] {"jigsaw_etl.password", "jigsaw_server.password", "accounts.sql"}) {
        assertThat(
                PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(file))))
            .as(file)
            .isEqualTo("rw-------");
      }
      assertThat(ProcessHandle.of(database.pid()).orElseThrow().info().commandLine().orElse(""))
          .isNotEmpty()
          .doesNotContain(database.password(), database.readOnlyPassword());
    }
  }

  @Test
  void refusesAFolderThatIsInUse() {
    EmbeddedMariaDb first = EmbeddedMariaDb.start(folder);
    try (first) {
      assertThatThrownBy(() -> EmbeddedMariaDb.start(folder))
          .isInstanceOf(EmbeddedException.class)
          .hasMessageContaining(folder.toString())
          .hasMessageContaining("in use");
    }
  }

  @Test
  void namesATakenPortAndLeavesNothingRunning() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      MariaDbOptions options = new MariaDbOptions(taken.getLocalPort(), 32);
      assertThatThrownBy(() -> EmbeddedMariaDb.start(folder, options))
          .isInstanceOf(EmbeddedException.class)
          .hasMessageContaining("port " + taken.getLocalPort() + " is taken");
    }
    EmbeddedMariaDb.start(folder).close();
  }

  @Test
  void namesAFolderThatCannotBeMade() throws Exception {
    Path file = Files.createFile(folder.resolve("file"));
    assertThatThrownBy(() -> EmbeddedMariaDb.start(file.resolve("data")))
        .isInstanceOf(EmbeddedException.class)
        .hasMessageContaining(file.toString());
  }

  @Test
  void startsOverAfterAnInterruptedFirstStart() throws Exception {
    Files.createDirectories(folder.resolve("data.part/mysql"));
    Files.writeString(folder.resolve("data.part/ibdata1"), "half");
    EmbeddedMariaDb.start(folder).close();
    assertThat(folder.resolve("data.part")).doesNotExist();
  }

  private static Connection writer(EmbeddedMariaDb database, String schema) throws SQLException {
    return DriverManager.getConnection(
        database.jdbcUrl(schema), database.user(), database.password());
  }
}
