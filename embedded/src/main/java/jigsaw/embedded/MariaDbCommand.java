package jigsaw.embedded;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The command lines of MariaDB, or of the MySQL that stands in for it.
final class MariaDbCommand {
  private MariaDbCommand() {}

  /// Creates its data folder, with SQL from its standard input, and ends.
  static List<String> bootstrap(MariaDbInstallation installation, DataFolder folder, Path data) {
    List<String> command = common(installation, folder, data);
    command.addAll(installation.flavour().creation());
    return command;
  }

  /// Serves the data of `folder`.
  ///
  /// @param startSql run at every start, one statement a line
  static List<String> serve(
      MariaDbInstallation installation,
      DataFolder folder,
      int port,
      MariaDbOptions options,
      String startSql) {
    List<String> command = common(installation, folder, folder.resolve("data"));
    command.add("--bind-address=127.0.0.1");
    command.add("--port=" + port);
    command.add("--skip-name-resolve");
    command.add("--local-infile=ON");
    command.add("--character-set-server=utf8mb4");
    command.add("--collation-server=utf8mb4_bin");
    command.add("--max-allowed-packet=64M");
    command.add("--innodb-buffer-pool-size=" + options.bufferPoolMegabytes() + "M");
    // A power failure may cost the last second: a load that is not finished is repeated anyway.
    command.add("--innodb-flush-log-at-trx-commit=2");
    command.addAll(options.arguments());
    command.add("--init-file=" + folder.writePrivate("accounts.sql", startSql));
    return command;
  }

  static String dataArgument(Path data) {
    return "--datadir=" + data;
  }

  /// No defaults: the machine may have a database of its own with a configuration of its own.
  private static List<String> common(
      MariaDbInstallation installation, DataFolder folder, Path data) {
    List<String> command = new ArrayList<>();
    command.add(installation.program().toString());
    command.add("--no-defaults");
    command.add(dataArgument(data));
    command.add("--lc-messages-dir=" + installation.share());
    command.add("--character-sets-dir=" + installation.share().resolve("charsets"));
    command.add("--tmpdir=" + folder.folder("tmp"));
    command.addAll(installation.flavour().options());
    if (System.getProperty("user.name").equals("root")) {
      command.add("--user=root");
    }
    return command;
  }
}
