package jigsaw.embedded;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Databases of this process that copy one another, as a source and its replicas do.
///
/// What the source changes in schemas whose names begin with `jigsaw` is repeated by a replica in
/// the same order, somewhat later. The accounts are the same on all of them, so one address with
/// several hosts serves all (MySQL Connector/J Developer Guide, "Configuring Source/Replica
/// Replication").
public final class Replication {
  static final String USER = "jigsaw_replication";

  private static final String SCHEMAS = "--replicate-wild-do-table=jigsaw%.%";
  private static final int SOURCE = 1;

  /// MySQL takes no longer one here (MySQL manual, CHANGE REPLICATION SOURCE TO).
  private static final int MAX_PASSWORD = 32;

  private Replication() {}

  /// Starts a database whose changes others can copy.
  ///
  /// @param port 0 takes a free one
  /// @throws EmbeddedException with the reason if it does not start
  public static EmbeddedMariaDb startSource(Path dataDirectory, int port) {
    String password = password(dataDirectory);
    String account =
        """
        DROP USER IF EXISTS %1$s@127.0.0.1;
        CREATE USER %1$s@127.0.0.1 IDENTIFIED BY '%2$s';
        GRANT REPLICATION SLAVE ON *.* TO %1$s@127.0.0.1;
        """
            .formatted(USER, password);
    return EmbeddedMariaDb.start(dataDirectory, options(port, SOURCE, account, List.of()));
  }

  /// Starts a copy of a database that [#startSource] started and nobody has loaded anything into
  /// before that.
  ///
  /// @param number tells replicas apart, from 2
  /// @throws EmbeddedException with the reason if it does not start
  public static EmbeddedMariaDb startReplica(
      Path dataDirectory, int number, EmbeddedMariaDb source) {
    if (number <= SOURCE) {
      throw new IllegalArgumentException("number: " + number + ", expected 2 or more");
    }
    try (DataFolder folder = DataFolder.open(dataDirectory)) {
      source.copyAccounts(folder);
    }
    String copy = flavour().copySql(source.port(), USER, password(dataDirectory));
    return EmbeddedMariaDb.start(dataDirectory, options(0, number, copy, List.of(SCHEMAS)));
  }

  private static MariaDbOptions options(int port, int number, String startSql, List<String> more) {
    List<String> arguments = new ArrayList<>(flavour().replication(number));
    arguments.addAll(more);
    return new MariaDbOptions(
        port, MariaDbOptions.DEFAULT.bufferPoolMegabytes(), startSql, arguments);
  }

  private static String password(Path dataDirectory) {
    try (DataFolder folder = DataFolder.open(dataDirectory)) {
      return folder.password(USER).substring(0, MAX_PASSWORD);
    }
  }

  private static DatabaseFlavour flavour() {
    return MariaDbInstallation.find().flavour();
  }
}
