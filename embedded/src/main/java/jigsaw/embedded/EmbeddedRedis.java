package jigsaw.embedded;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// A Redis of this process: a pure cache that keeps nothing on disk, listens on the loopback
/// address only, wants a password, and ends with this process.
public final class EmbeddedRedis implements AutoCloseable {
  private static final String NAME = "Redis";
  private static final String VERSION = "redis-server-7.0.15";
  private static final String READY = "Ready to accept connections";

  private final DataFolder folder;
  private final ChildProcess process;
  private final int port;

  private EmbeddedRedis(DataFolder folder, ChildProcess process, int port) {
    this.folder = folder;
    this.process = process;
    this.port = port;
  }

  /// Starts a Redis on a free port; `directory` takes its log and its password.
  ///
  /// @throws EmbeddedException with the reason if it does not start
  public static EmbeddedRedis start(Path directory) {
    return start(directory, RedisOptions.DEFAULT);
  }

  /// Starts a Redis; one that an earlier process left running when it was killed is stopped first.
  ///
  /// @throws EmbeddedException with the reason if it does not start
  public static EmbeddedRedis start(Path directory, RedisOptions options) {
    EmbeddedRedis redis = startUnhooked(directory, options);
    Runtime.getRuntime().addShutdownHook(new Thread(redis::close, "stop-redis"));
    return redis;
  }

  /// As [#start], for a caller that itself sees to the stop at the end of the process.
  static EmbeddedRedis startUnhooked(Path directory, RedisOptions options) {
    return startUnhooked(directory, options, Confinement.NONE);
  }

  /// As above, within limits.
  static EmbeddedRedis startUnhooked(
      Path directory, RedisOptions options, Confinement confinement) {
    Path program = program();
    DataFolder folder = DataFolder.open(directory);
    try {
      Orphans.stop(marker(folder));
      int port = Ports.choose(NAME, options.port());
      ChildProcess process =
          ChildProcess.start(
              NAME,
              confinement.wrap(List.of(program.toString(), "--dir", marker(folder), "-")),
              folder.resolve("redis.log"),
              configuration(folder, port, options));
      process.awaitReady(READY);
      return new EmbeddedRedis(folder, process, port);
    } catch (RuntimeException e) {
      folder.close();
      throw e;
    }
  }

  public int port() {
    return port;
  }

  /// The address without the password, such as `redis://127.0.0.1:6379`.
  public String url() {
    return "redis://127.0.0.1:" + port;
  }

  public String password() {
    return folder.password("redis");
  }

  /// The settings of a `jigsaw` program that uses it.
  public Map<String, String> settings() {
    return Map.of("JIGSAW_REDIS_URL", url(), "JIGSAW_REDIS_PASSWORD", password());
  }

  /// The process id of Redis.
  public long pid() {
    return process.pid();
  }

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

  static Path program() {
    String file =
        VERSION
            + switch (Machine.current()) {
              case LINUX_AMD64 -> "-linux-amd64";
              case LINUX_ARM64 -> "-linux-arm64";
              case MAC_AMD64 -> "-darwin-amd64";
              case MAC_ARM64 -> "-darwin-arm64";
              case OTHER ->
                  throw new EmbeddedException(
                      "no Redis is bundled for this machine; Linux and macOS have one");
            };
    Path folder = Bundle.ofThisMachine().unpack(VERSION, file, "", file::equals);
    return Bundle.executable(folder.resolve(file));
  }

  /// Redis reads this from its standard input, so that the password shows in no process list. The
  /// title stays as it is because [Orphans] looks for [#marker] in it.
  private static String configuration(DataFolder folder, int port, RedisOptions options) {
    return """
    bind 127.0.0.1
    port %d
    requirepass %s
    maxmemory %dmb
    maxmemory-policy allkeys-lfu
    save ""
    appendonly no
    set-proc-title no
    %s
    """
        .formatted(port, folder.password("redis"), options.maxMemoryMegabytes(), options.lines());
  }

  private static String marker(DataFolder folder) {
    return folder.path().toString();
  }
}
