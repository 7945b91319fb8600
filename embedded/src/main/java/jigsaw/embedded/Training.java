package jigsaw.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// One run of the server under the JVM's eyes: small catalogue, all its warm-up, orderly end. The
/// JVM writes its cache when the server ends.
final class Training implements AutoCloseable {
  private static final int PRODUCTS = 1_000;
  private static final int BUFFER_POOL_MEGABYTES = 64;
  private static final Duration WARM_LIMIT = Duration.ofMinutes(2);
  private static final int WRITING_LIMIT_MILLIS = 120_000;

  /// More than a start takes, so that the JVM sees what is compiled late.
  private static final Map<String, String> THOROUGH =
      Map.of("JIGSAW_WARM_UP", "40000", "JIGSAW_WARM_UP_TIME", "60s");

  private final Path cache;
  private final Path unfinished;
  private final DataFolder folder;
  private final RunningPrograms running = new RunningPrograms("jigsaw aot");
  private final JigsawCommand.Launcher launcher;

  private Training(Path home, DataFolder folder) {
    this.folder = running.add(folder);
    cache = folder.resolve("server.aot");
    unfinished = folder.resolve("server.aot.part");
    launcher =
        (settings, arguments) ->
            running.add(JigsawCommand.start(home, folder, settings, arguments));
  }

  static Training open(Path home) {
    DataFolder folder = DataFolder.open(home.resolve(".jigsaw").resolve("aot"));
    Orphans.stop(JigsawCommand.marker(folder));
    return new Training(home, folder);
  }

  /// Makes the cache.
  ///
  /// @return its file
  /// @throws EmbeddedException if a step fails; an earlier cache is left as it was then
  Path run() throws InterruptedException {
    Path databaseFolder = folder.resolve("mariadb");
    // Of a training that was killed.
    Bundle.deleteTree(unfinished);
    EmbeddedMariaDb.erase(databaseFolder);
    EmbeddedMariaDb database =
        running.add(
            EmbeddedMariaDb.startUnhooked(
                databaseFolder, new MariaDbOptions(0, BUFFER_POOL_MEGABYTES)));
    EmbeddedRedis redis =
        running.add(EmbeddedRedis.startUnhooked(folder.resolve("redis"), RedisOptions.DEFAULT));
    load(database);
    train(database, redis);
    try {
      return Files.move(unfinished, cache, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new EmbeddedException("the JVM wrote no cache: " + e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    running.close();
    for (String name : List.of("mariadb", "redis", "csv")) {
      Bundle.deleteTree(folder.resolve(name));
    }
  }

  private void load(EmbeddedMariaDb database) throws InterruptedException {
    String csv = folder.resolve("csv").toString();
    finish(Map.of(), "generate", "--out=" + csv, "--products=" + PRODUCTS, "--quiet");
    finish(database.settings(), "etl", "--csv=" + csv, "--quiet", "--rejects=" + csv + "/rejects");
  }

  private void finish(Map<String, String> settings, String... arguments)
      throws InterruptedException {
    int exitCode = launcher.start(settings, List.of(arguments)).await();
    if (exitCode != 0) {
      throw new EmbeddedException("'jigsaw " + arguments[0] + "' ended with " + exitCode);
    }
  }

  private void train(EmbeddedMariaDb database, EmbeddedRedis redis) throws InterruptedException {
    int port = Ports.choose("The API", 0);
    int adminPort = Ports.choose("Health and metrics", 0);
    Map<String, String> settings = new HashMap<>(THOROUGH);
    settings.putAll(database.readOnlySettings());
    settings.putAll(redis.settings());
    settings.putAll(
        Map.of(
            "JIGSAW_AOT_OUTPUT", unfinished.toString(),
            "JIGSAW_BIND", "127.0.0.1",
            "JIGSAW_PORT", Integer.toString(port),
            "JIGSAW_ADMIN_PORT", Integer.toString(adminPort)));
    JigsawCommand server = launcher.start(settings, List.of("serve"));
    if (new ServerProbe(port, adminPort).await(server, WARM_LIMIT).isEmpty()) {
      throw new EmbeddedException("the server did not become ready, see above");
    }
    server.askToEnd();
    if (!server.endsWithin(WRITING_LIMIT_MILLIS)) {
      throw new EmbeddedException("the JVM did not finish its cache in time");
    }
  }
}
