package jigsaw.verify.faults;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import jigsaw.embedded.EmbeddedMariaDb;
import jigsaw.embedded.EmbeddedRedis;
import jigsaw.embedded.MariaDbOptions;
import jigsaw.embedded.RedisOptions;

/// The database and the Redis that the server depends on, and what can happen to them.
final class Backends implements AutoCloseable {
  private static final int MEGABYTES = 128;

  private final Path folder;
  // Replaced when they are started again.
  private EmbeddedMariaDb database;
  private EmbeddedRedis redis;

  Backends(Path folder) {
    this.folder = folder;
    database = EmbeddedMariaDb.start(folder.resolve("db"), new MariaDbOptions(0, MEGABYTES));
    redis = EmbeddedRedis.start(folder.resolve("redis"));
  }

  EmbeddedMariaDb database() {
    return database;
  }

  EmbeddedRedis redis() {
    return redis;
  }

  /// The account that the server uses.
  Accounts reader() {
    return new Accounts(
        database.jdbcUrl(EmbeddedMariaDb.SCHEMA),
        database.readOnlyUser(),
        database.readOnlyPassword());
  }

  /// A counter of the database.
  long status(String name) throws IOException {
    return reader().status(name);
  }

  void killDatabase() {
    database.kill();
  }

  /// Returns when it takes connections on the port it had.
  void startDatabase() {
    database =
        EmbeddedMariaDb.start(folder.resolve("db"), new MariaDbOptions(database.port(), MEGABYTES));
  }

  RedisContents redisContents() {
    return new RedisContents(redis);
  }

  void killRedis() {
    redis.kill();
  }

  void startRedis() {
    redis =
        EmbeddedRedis.start(
            folder.resolve("redis"),
            new RedisOptions(redis.port(), RedisOptions.DEFAULT.maxMemoryMegabytes()));
  }

  /// Holds a process with SIGSTOP while `pause` runs: connections stay, nobody answers on them.
  static void paused(long pid, Pause pause) throws IOException, InterruptedException {
    signal("-STOP", pid);
    try {
      pause.run();
    } finally {
      signal("-CONT", pid);
    }
  }

  /// What happens while a process is held.
  interface Pause {
    void run() throws InterruptedException;
  }

  @Override
  public void close() {
    redis.close();
    database.close();
  }

  private static void signal(String signal, long pid) throws IOException, InterruptedException {
    int exitCode =
        new ProcessBuilder(List.of("kill", signal, Long.toString(pid))).start().waitFor();
    if (exitCode != 0) {
      throw new IOException("kill " + signal + " ended with " + exitCode);
    }
  }
}
