package jigsaw.embedded;

import java.util.List;

/// How to run an embedded MariaDB: its port (0 takes a free one), its memory for data, what it does
/// at every start as its own administrator, one statement a line, and more options of its program.
public record MariaDbOptions(
    int port, int bufferPoolMegabytes, String startSql, List<String> arguments) {
  /// A free port and little memory.
  public static final MariaDbOptions DEFAULT = new MariaDbOptions(0, 128);

  public MariaDbOptions {
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("port: " + port + ", expected 0 to 65535");
    }
    if (bufferPoolMegabytes < 16) {
      throw new IllegalArgumentException(
          "bufferPoolMegabytes: " + bufferPoolMegabytes + ", expected 16 or more");
    }
    arguments = List.copyOf(arguments);
  }

  public MariaDbOptions(int port, int bufferPoolMegabytes) {
    this(port, bufferPoolMegabytes, "");
  }

  public MariaDbOptions(int port, int bufferPoolMegabytes, String startSql) {
    this(port, bufferPoolMegabytes, startSql, List.of());
  }
}
