package jigsaw.embedded;

import java.nio.file.Path;
import java.util.List;

/// A Redis Sentinel of this process: watches a Redis, and when that is away puts a replica of it in
/// its place. One alone decides, which is enough to see how a client follows (redis.io, "High
/// availability with Redis Sentinel").
public final class EmbeddedSentinel implements AutoCloseable {
  private static final String NAME = "Redis Sentinel";
  private static final String READY = "+monitor master";

  private final DataFolder folder;
  private final ChildProcess process;
  private final int port;

  private EmbeddedSentinel(DataFolder folder, ChildProcess process, int port) {
    this.folder = folder;
    this.process = process;
    this.port = port;
  }

  /// Starts one on a free port that watches `primary` under a name; replicas have its password.
  ///
  /// @throws EmbeddedException with the reason if it does not start
  public static EmbeddedSentinel start(Path directory, String name, EmbeddedRedis primary) {
    Path program = EmbeddedRedis.program();
    DataFolder folder = DataFolder.open(directory);
    try {
      int port = Ports.choose(NAME, 0);
      // A file, because a Sentinel writes down there what it learns.
      Path configuration =
          folder.writePrivate("sentinel.conf", configuration(folder, port, name, primary));
      ChildProcess process =
          ChildProcess.start(
              NAME,
              List.of(program.toString(), configuration.toString(), "--sentinel"),
              folder.resolve("sentinel.log"),
              "");
      process.awaitReady(READY);
      EmbeddedSentinel sentinel = new EmbeddedSentinel(folder, process, port);
      Runtime.getRuntime().addShutdownHook(new Thread(sentinel::close, "stop-sentinel"));
      return sentinel;
    } catch (RuntimeException e) {
      folder.close();
      throw e;
    }
  }

  public int port() {
    return port;
  }

  @Override
  public void close() {
    process.close();
    folder.close();
  }

  private static String configuration(
      DataFolder folder, int port, String name, EmbeddedRedis primary) {
    return """
    bind 127.0.0.1
    port %1$d
    dir %2$s
    sentinel monitor %3$s 127.0.0.1 %4$d 1
    sentinel auth-pass %3$s %5$s
    sentinel down-after-milliseconds %3$s 500
    sentinel failover-timeout %3$s 5000
    """
        .formatted(port, folder.path(), name, primary.port(), primary.password());
  }
}
