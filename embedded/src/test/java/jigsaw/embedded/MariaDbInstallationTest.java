package jigsaw.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MariaDbInstallationTest {
  @TempDir private Path folder;

  @Test
  void findsAnInstalledMariaDbOfEitherNaming() throws IOException {
    Path other = folder.resolve("other");
    install(folder.resolve("usr"), "sbin/mariadbd", "share/mysql", "mysql_");
    install(other, "bin/mariadbd", "share/mariadb", "mariadb_");

    assertThat(MariaDbInstallation.installed(List.of(folder.resolve("usr"), other)))
        .contains(
            new MariaDbInstallation(
                DatabaseFlavour.MARIADB,
                folder.resolve("usr/sbin/mariadbd"),
                folder.resolve("usr/share/mysql")));
    assertThat(MariaDbInstallation.installed(List.of(other)).orElseThrow().bootstrapSql())
        .contains("-- mariadb_system_tables.sql", "-- mariadb_system_tables_data.sql");
  }

  @Test
  void leavesAnIncompleteInstallationAlone() throws IOException {
    install(folder, "sbin/mariadbd", "share/mysql", "mysql_");
    Files.delete(folder.resolve("share/mysql/mysql_system_tables.sql"));

    assertThat(MariaDbInstallation.installed(List.of(folder))).isEmpty();
  }

  private static void install(Path prefix, String program, String share, String sqlPrefix)
      throws IOException {
    Path file = prefix.resolve(program);
    Files.createDirectories(file.getParent());
    Bundle.executable(Files.createFile(file));
    Files.createDirectories(prefix.resolve(share).resolve("charsets"));
    for (String name : List.of("system_tables.sql", "system_tables_data.sql")) {
      Files.writeString(
          prefix.resolve(share).resolve(sqlPrefix + name), "-- " + sqlPrefix + name + "\n");
    }
  }
}
