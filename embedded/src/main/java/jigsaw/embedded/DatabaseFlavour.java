package jigsaw.embedded;

import java.util.List;
import java.util.stream.Stream;

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

  /// What makes it write down its changes for others. Numbers tell databases apart, from 1.
  List<String> replication(int number) {
    List<String> common =
        List.of("--server-id=" + number, "--log-bin=changes", "--binlog-format=ROW");
    List<String> own =
        switch (this) {
          case MARIADB -> List.of();
          case MYSQL -> List.of("--gtid-mode=ON", "--enforce-gtid-consistency=ON");
        };
    return Stream.concat(common.stream(), own.stream()).toList();
  }

  /// What makes it copy the database at `port` of this machine, as `user`.
  String copySql(int port, String user, String password) {
    return switch (this) {
      case MARIADB ->
          """
          STOP SLAVE;
          CHANGE MASTER TO master_host='127.0.0.1', master_port=%d, master_user='%s', \
          master_password='%s', master_connect_retry=1, master_use_gtid=slave_pos, \
          master_ssl=0, master_ssl_verify_server_cert=0;
          START SLAVE;
          """
              .formatted(port, user, password);
      case MYSQL ->
          """
          STOP REPLICA;
          CHANGE REPLICATION SOURCE TO source_host='127.0.0.1', source_port=%d, source_user='%s', \
          source_password='%s', source_connect_retry=1, source_auto_position=1, \
          get_source_public_key=1;
          START REPLICA;
          """
              .formatted(port, user, password);
    };
  }
}
