package jigsaw.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// A MariaDB of this process: its data stay in a folder, it listens on the loopback address only,
/// and it ends with this process. To try everything with a MySQL, name its program in
/// [MariaDbInstallation#MYSQLD].
///
/// It has two accounts, both with random passwords kept beside the data in files only the owner can
/// read: one may do everything in schemas whose names begin with `jigsaw`, the other may only read
/// them. There is no root account. The schema [#SCHEMA] is there from the start.
public final class EmbeddedMariaDb implements AutoCloseable {
  /// The schema that every embedded MariaDB has.
  public static final String SCHEMA = "jigsaw";

  private static final String NAME = "MariaDB";
  private static final String WRITER = "jigsaw_etl";
  private static final String READER = "jigsaw_server";
  private static final String READY = "ready for connections";

  private final DataFolder folder;
  private final ChildProcess process;
  private final int port;

  private EmbeddedMariaDb(DataFolder folder, ChildProcess process, int port) {
    this.folder = folder;
    this.process = process;
    this.port = port;
  }

  /// Starts a MariaDB with its data in `dataDirectory`, on a free port.
  ///
  /// @throws EmbeddedException with the reason if it does not start
  public static EmbeddedMariaDb start(Path dataDirectory) {
    return start(dataDirectory, MariaDbOptions.DEFAULT);
  }

  /// Starts a MariaDB with its data in `dataDirectory`; what an earlier process that was killed
  /// left running on them is stopped first.
  ///
  /// @throws EmbeddedException with the reason if it does not start
  public static EmbeddedMariaDb start(Path dataDirectory, MariaDbOptions options) {
    EmbeddedMariaDb database = startUnhooked(dataDirectory, options);
    Runtime.getRuntime().addShutdownHook(new Thread(database::close, "stop-mariadb"));
    return database;
  }

  /// As [#start], for a caller that itself sees to the stop at the end of the process.
  static EmbeddedMariaDb startUnhooked(Path dataDirectory, MariaDbOptions options) {
    return startUnhooked(dataDirectory, options, Confinement.NONE);
  }

  /// As above, within limits.
  static EmbeddedMariaDb startUnhooked(
      Path dataDirectory, MariaDbOptions options, Confinement confinement) {
    MariaDbInstallation installation = MariaDbInstallation.find();
    DataFolder folder = DataFolder.open(dataDirectory);
    try {
      Orphans.stop(dataArgument(folder));
      if (!Files.isDirectory(folder.resolve("data"))) {
        createDatabase(installation, folder);
      }
      int port = Ports.choose(NAME, options.port());
      String startSql =
          installation.flavour().startSql() + accountsSql(folder) + options.startSql();
      List<String> command = MariaDbCommand.serve(installation, folder, port, options, startSql);
      ChildProcess process = ChildProcess.start(NAME, confinement.wrap(command), log(folder), "");
      process.awaitReady(READY);
      return new EmbeddedMariaDb(folder, process, port);
    } catch (RuntimeException e) {
      folder.close();
      throw e;
    }
  }

  /// Deletes all data in `dataDirectory`; the accounts keep their passwords.
  ///
  /// @throws EmbeddedException if a running process uses them
  static void erase(Path dataDirectory) {
    try (DataFolder folder = DataFolder.open(dataDirectory)) {
      Orphans.stop(dataArgument(folder));
      Bundle.deleteTree(folder.resolve("data"));
    }
  }

  public int port() {
    return port;
  }

  /// The JDBC address of a schema, without properties.
  public String jdbcUrl(String schema) {
    return "jdbc:mysql://127.0.0.1:" + port + "/" + schema;
  }

  /// The user who may do everything in schemas whose names begin with `jigsaw`.
  public String user() {
    return WRITER;
  }

  public String password() {
    return folder.password(WRITER);
  }

  /// The user who may only read.
  public String readOnlyUser() {
    return READER;
  }

  public String readOnlyPassword() {
    return folder.password(READER);
  }

  /// The settings of a `jigsaw` program that loads: where the schema [#SCHEMA] is, and as whom.
  public Map<String, String> settings() {
    return settings(user(), password());
  }

  /// The same for one that only reads.
  public Map<String, String> readOnlySettings() {
    return settings(readOnlyUser(), readOnlyPassword());
  }

  /// The process id of the database.
  public long pid() {
    return process.pid();
  }

  /// Stops the database; its data stay.
  @Override
  public void close() {
    process.close();
    folder.close();
  }

  /// Ends it as SIGKILL does, for those who want to see what comes of that.
  public void kill() {
    process.kill();
    folder.close();
  }

  /// Gives a folder whose database is not made yet this one's passwords.
  void copyAccounts(DataFolder other) {
    for (String user : List.of(WRITER, READER, Replication.USER)) {
      other.writePrivate(user + ".password", folder.password(user));
    }
  }

  /// Works aside and renames at the end, so that a half-made database is never taken for a whole
  /// one.
  private static void createDatabase(MariaDbInstallation installation, DataFolder folder) {
    Path part = folder.resolve("data.part");
    Bundle.deleteTree(part);
    folder.folder("data.part");
    List<String> command = MariaDbCommand.bootstrap(installation, folder, part);
    ChildProcess.start(NAME, command, log(folder), installation.bootstrapSql()).awaitSuccess();
    try {
      Files.move(part, folder.resolve("data"));
    } catch (IOException e) {
      throw DataFolder.failure(part, e);
    }
  }

  private Map<String, String> settings(String as, String with) {
    return Map.of(
        "JIGSAW_DB_URL", jdbcUrl(SCHEMA), "JIGSAW_DB_USER", as, "JIGSAW_DB_PASSWORD", with);
  }

  private static String accountsSql(DataFolder folder) {
    return """
    CREATE DATABASE IF NOT EXISTS %1$s CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
    DROP USER IF EXISTS %2$s@127.0.0.1;
    CREATE USER %2$s@127.0.0.1 IDENTIFIED BY '%3$s';
    GRANT ALL ON `jigsaw%%`.* TO %2$s@127.0.0.1;
    DROP USER IF EXISTS %4$s@127.0.0.1;
    CREATE USER %4$s@127.0.0.1 IDENTIFIED BY '%5$s';
    GRANT SELECT ON `jigsaw%%`.* TO %4$s@127.0.0.1;
    """
        .formatted(SCHEMA, WRITER, folder.password(WRITER), READER, folder.password(READER));
  }

  private static String dataArgument(DataFolder folder) {
    return MariaDbCommand.dataArgument(folder.resolve("data"));
  }

  private static Path log(DataFolder folder) {
    return folder.resolve("mariadb.log");
  }
}
