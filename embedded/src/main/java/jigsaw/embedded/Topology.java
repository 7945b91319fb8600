package jigsaw.embedded;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

/// One run of a topology. However it ends, whatever it has started is stopped in the opposite
/// order. Used by one thread; to end it early, interrupt that.
final class Topology implements Foreground.Session {
  private static final Duration SERVING_LIMIT = Duration.ofMinutes(2);
  private static final Duration SIGNAL_GRACE = Duration.ofMillis(500);

  private final Path home;
  private final TopologyOptions options;
  private final DataFolder folder;
  private final RunningPrograms running = new RunningPrograms(TopologyMain.NAME);
  private final List<TopologyState.Part> parts = new ArrayList<>();
  private Confinement confinement = Confinement.NONE;

  private Topology(Path home, TopologyOptions options, DataFolder folder) {
    this.home = home;
    this.options = options;
    this.folder = running.add(folder);
  }

  /// Takes the data folder and ends what a killed run left on it.
  ///
  /// @param home the project's folder, which has the `jigsaw` script
  static Topology open(Path home, TopologyOptions options) {
    DataFolder folder = DataFolder.open(options.data(home));
    Orphans.stop(JigsawCommand.marker(folder));
    return new Topology(home, options, folder);
  }

  @Override
  public int run() throws InterruptedException {
    checkPorts();
    int loaded = load();
    if (loaded != 0) {
      return loaded;
    }
    Optional<ControlGroup> group = options.limit().map(this::limited);
    MemoryPlan memory = options.memory();
    EmbeddedMariaDb database =
        running.add(
            EmbeddedMariaDb.startUnhooked(
                folder.resolve("mariadb"),
                new MariaDbOptions(0, memory.bufferPool()),
                confinement));
    parts.add(new TopologyState.Part("database", database.pid()));
    Optional<EmbeddedRedis> redis = redis(memory);
    TopologyServers servers = new TopologyServers(home, options, folder, confinement, running);
    long products = servers.start(database, redis, SERVING_LIMIT);
    parts.addAll(servers.parts());
    if (options.withNginx()) {
      List<String> render = new ArrayList<>(options.nginxOptions().render(options.limit()));
      servers.addresses().forEach(address -> render.addAll(List.of("--server", address)));
      render.addAll(certificate());
      NginxProcess nginx =
          running.add(NginxProcess.start(home, folder, options.port(), render, confinement));
      parts.add(new TopologyState.Part("nginx", nginx.pid()));
    }
    TopologyState state = new TopologyState(options, database, group, parts);
    running.add(state.write(folder));
    state.print(products, folder);
    return awaitEnd();
  }

  @Override
  public void close() {
    running.close();
  }

  private void checkPorts() {
    if (options.withNginx()) {
      Ports.choose("nginx", options.port());
    }
    for (int server = 1; server <= options.servers(); server++) {
      Ports.choose("Server " + server, options.serverPort(server));
      Ports.choose("Health and metrics of server " + server, options.adminPort(server));
    }
  }

  /// Loads what is missing with a database of its own, which has the memory that loading needs.
  ///
  /// @return 0, or the exit code of the step that failed
  private int load() throws InterruptedException {
    try (RunningPrograms loading = new RunningPrograms(TopologyMain.NAME)) {
      CatalogueSupply load =
          new CatalogueSupply(
              options.catalogue(),
              List.of(),
              folder,
              (settings, arguments) ->
                  loading.add(JigsawCommand.start(home, folder, settings, arguments)));
      Optional<Source> missing = load.missing();
      if (missing.isEmpty()) {
        return 0;
      }
      EmbeddedMariaDb database =
          loading.add(
              EmbeddedMariaDb.startUnhooked(
                  folder.resolve("mariadb"), new MariaDbOptions(0, MemoryPlan.ROOMY.bufferPool())));
      return load.run(missing.get(), database);
    }
  }

  private ControlGroup limited(Limit limit) {
    // The same name for the same folder, so that what a killed run leaves is taken over.
    String name = "jigsaw-" + Integer.toHexString(folder.path().toString().hashCode());
    ControlGroup group = running.add(ControlGroup.create(ControlGroup.ROOT, name, limit));
    confinement = group.confinement();
    return group;
  }

  private Optional<EmbeddedRedis> redis(MemoryPlan memory) {
    if (!options.withRedis()) {
      return Optional.empty();
    }
    EmbeddedRedis redis =
        running.add(
            EmbeddedRedis.startUnhooked(
                folder.resolve("redis"), new RedisOptions(0, memory.redis()), confinement));
    parts.add(new TopologyState.Part("redis", redis.pid()));
    return Optional.of(redis);
  }

  private List<String> certificate() {
    if (!options.nginxOptions().tls()) {
      return List.of();
    }
    Path tls = folder.folder("tls");
    String program = home.resolve("nginx/make-certificate").toString();
    ChildProcess.start(
            "nginx/make-certificate",
            List.of(program, tls.toString()),
            folder.resolve("tls.log"),
            "")
        .awaitSuccess();
    return List.of(
        "--tls", tls.resolve("jigsaw.crt").toString(), tls.resolve("jigsaw.key").toString());
  }

  /// Waits until a part ends by itself, which none should.
  private int awaitEnd() throws InterruptedException {
    CompletableFuture<?>[] ends =
        parts.stream()
            .flatMap(part -> ProcessHandle.of(part.pid()).stream())
            .map(ProcessHandle::onExit)
            .toArray(CompletableFuture<?>[]::new);
    try {
      var _ = CompletableFuture.anyOf(ends).get();
      // Ctrl-C reaches the parts as well; then this thread is interrupted at the same time.
      TimeUnit.MILLISECONDS.sleep(SIGNAL_GRACE.toMillis());
    } catch (ExecutionException e) {
      throw new EmbeddedException("cannot wait for the end of the parts", e);
    }
    for (TopologyState.Part part : parts) {
      if (ProcessHandle.of(part.pid()).isEmpty()) {
        System.err.println(
            TopologyMain.NAME + ": " + part.name() + " has ended; its log is in " + folder.path());
      }
    }
    return 1;
  }
}
