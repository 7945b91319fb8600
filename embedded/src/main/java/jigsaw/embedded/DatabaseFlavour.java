package jigsaw.embedded;

import java.util.List;

/// In what the programs of MariaDB and MySQL differ, as far as we start them.
///
/// Neither has a socket file: its path would have a small limit. MariaDB goes without TLS, because
/// making keys at every start takes long and needs randomness that a fresh machine lacks; MySQL
/// makes them once, and its default way to check passwords wants them.
enum DatabaseFlavour {
  MARIADB,
  MYSQL;

  /// What the program needs at every start.
  List<String> options() {
    return switch (this) {
      case MARIADB -> List.of("--socket=", "--skip-ssl");
      case MYSQL ->
          List.of("--socket=", "--mysqlx=OFF", "--secure-file-priv=NULL", "--disable-log-bin");
    };
  }

  /// What makes it create its data folder and end.
  List<String> creation() {
    return switch (this) {
      case MARIADB -> List.of("--bootstrap", "--innodb-log-file-size=16M");
      case MYSQL -> List.of("--initialize-insecure");
    };
  }

  /// What leaves it without an account of its own.
  String startSql() {
    return switch (this) {
      case MARIADB -> "";
      case MYSQL -> "DROP USER IF EXISTS root@localhost;\n";
    };
  }
}
