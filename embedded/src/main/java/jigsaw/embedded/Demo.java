package jigsaw.embedded;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// One run of the demo: database, cache, catalogue, server. However the run ends, whatever it has
/// started is stopped in the opposite order. Used by one thread; to end it early, interrupt that.
final class Demo implements Foreground.Session {
  private static final int BUFFER_POOL_MEGABYTES = 256;
  private static final Duration SERVING_LIMIT = Duration.ofSeconds(60);

  private final DemoOptions options;
  private final List<String> etlOptions;
  private final DataFolder folder;
  private final RunningPrograms running = new RunningPrograms("jigsaw demo");
  private final JigsawCommand.Launcher launcher;

  private Demo(Path home, DemoOptions options, List<String> etlOptions, DataFolder folder) {
    this.options = options;
    this.etlOptions = List.copyOf(etlOptions);
    this.folder = running.add(folder);
    this.launcher =
        (settings, arguments) ->
            running.add(JigsawCommand.start(home, folder, settings, arguments));
  }

  /// Takes the data folder and ends what a killed demo left running on it.
  ///
  /// @param home the project's folder, which has the `jigsaw` script
  /// @param etlOptions options that are not the demo's own: the ETL gets them
  static Demo open(Path home, DemoOptions options, List<String> etlOptions) {
    DataFolder folder = DataFolder.open(options.data(home));
    int orphans = Orphans.stop(JigsawCommand.marker(folder));
    if (orphans > 0) {
      System.out.println("Stopped the server that an earlier demo left running.");
    }
    return new Demo(home, options, etlOptions, folder);
  }

  /// Runs until the server ends.
  ///
  /// @return the exit code: that of the step that failed, or of the server
  @Override
  public int run() throws InterruptedException {
    long started = System.nanoTime();
    Ports.choose("The API", options.port());
    Ports.choose("Health and metrics", options.adminPort());
    if (options.fresh()) {
      Source.forget(folder);
      EmbeddedMariaDb.erase(databaseFolder());
    }
    EmbeddedMariaDb database = running.add(startDatabase());
    EmbeddedRedis redis =
        running.add(EmbeddedRedis.startUnhooked(folder.resolve("redis"), RedisOptions.DEFAULT));
    System.out.printf(
        "MariaDB on port %d and Redis on port %d, for this machine only.%n",
        database.port(), redis.port());
    long loadStarted = System.nanoTime();
    CatalogueSupply load = new CatalogueSupply(options.catalogue(), etlOptions, folder, launcher);
    Optional<Source> missing = load.missing();
    int loaded = missing.isPresent() ? load.run(missing.get(), database) : 0;
    if (loaded != 0) {
      return loaded;
    }
    String loadTime = missing.isPresent() ? "loaded in " + since(loadStarted) : "loaded before";
    JigsawCommand server = launcher.start(serverSettings(database, redis), List.of("serve"));
    OptionalLong products = awaitServing(server);
    if (products.isEmpty() && server.isRunning()) {
      System.err.println(
          "jigsaw demo: the server does not serve after "
              + SERVING_LIMIT.toSeconds()
              + " s; see its messages above, or start over with 'jigsaw demo --fresh'");
      return 1;
    }
    if (products.isEmpty()) {
      System.err.println("jigsaw demo: the server did not start, see above");
      return Math.max(1, server.await());
    }
    banner(products.getAsLong(), loadTime + ", ready after " + since(started));
    return server.await();
  }

  @Override
  public void close() {
    running.close();
  }

  private EmbeddedMariaDb startDatabase() {
    return EmbeddedMariaDb.startUnhooked(
        databaseFolder(), new MariaDbOptions(0, BUFFER_POOL_MEGABYTES));
  }

  private Path databaseFolder() {
    return folder.resolve("mariadb");
  }

  private Map<String, String> serverSettings(EmbeddedMariaDb database, EmbeddedRedis redis) {
    Map<String, String> settings = new HashMap<>(database.readOnlySettings());
    settings.putAll(redis.settings());
    settings.put("JIGSAW_BIND", "127.0.0.1");
    settings.put("JIGSAW_ADMIN_BIND", "127.0.0.1");
    settings.put("JIGSAW_PORT", Integer.toString(options.port()));
    settings.put("JIGSAW_ADMIN_PORT", Integer.toString(options.adminPort()));
    return settings;
  }

  /// Waits until the server serves.
  ///
  /// @return how many products it serves, or nothing if it ended or took too long instead
  private OptionalLong awaitServing(JigsawCommand server) throws InterruptedException {
    return new ServerProbe(options.port(), options.adminPort()).await(server, SERVING_LIMIT);
  }

  private static String since(long nanoTime) {
    Duration time = Duration.ofNanos(System.nanoTime() - nanoTime);
    return String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
  }

  private void banner(long products, String times) {
    System.out.printf(
        Locale.ROOT,
        """

        Jigsaw is running: %4$,d products, %1$s.

          http://127.0.0.1:%2$d/products?page=1&count=5
          http://127.0.0.1:%2$d/products/1
          http://127.0.0.1:%2$d/products/1/styles
          http://127.0.0.1:%2$d/products/1/related

        Metrics: http://127.0.0.1:%3$d/metrics  Data: %5$s  Ctrl-C stops everything.
        """,
        times,
        options.port(),
        options.adminPort(),
        products,
        folder.path());
    System.out.flush();
  }
}
