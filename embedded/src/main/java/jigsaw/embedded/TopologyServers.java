package jigsaw.embedded;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// The servers of a topology and what disturbs them.
final class TopologyServers {
  private final Path home;
  private final TopologyOptions options;
  private final DataFolder folder;
  private final Confinement confinement;
  private final RunningPrograms running;
  private final List<TopologyState.Part> parts = new ArrayList<>();

  /// @param running gets everything that is started
  TopologyServers(
      Path home,
      TopologyOptions options,
      DataFolder folder,
      Confinement confinement,
      RunningPrograms running) {
    this.home = home;
    this.options = options;
    this.folder = folder;
    this.confinement = confinement;
    this.running = running;
  }

  /// Starts all and waits until all serve.
  ///
  /// @return how many products they serve
  /// @throws EmbeddedException if one does not
  long start(EmbeddedMariaDb database, Optional<EmbeddedRedis> redis, Duration limit)
      throws InterruptedException {
    List<JigsawCommand> servers = new ArrayList<>();
    for (int number = 1; number <= options.servers(); number++) {
      JigsawCommand server =
          running.add(
              JigsawCommand.start(
                  home,
                  folder,
                  settings(number, database, redis),
                  List.of("serve"),
                  confinement,
                  log(number)));
      servers.add(server);
      parts.add(new TopologyState.Part("server-" + number, server.pid()));
    }
    long products = 0;
    for (int number = 1; number <= options.servers(); number++) {
      ServerProbe probe = new ServerProbe(options.serverPort(number), options.adminPort(number));
      OptionalLong served = probe.await(servers.get(number - 1), limit);
      products =
          served.orElseThrow(() ->
              new EmbeddedException(
                  "a server does not serve; its messages are in "
                      + folder.resolve("server-*.log")));
    }
    return products;
  }

  List<TopologyState.Part> parts() {
    return List.copyOf(parts);
  }

  /// Where nginx finds the servers; those that are to be disturbed behind a [FaultProxy].
  List<String> addresses() {
    Map<Integer, Integer> proxies = new HashMap<>();
    for (Fault.Of disturbed : options.faults()) {
      FaultProxy proxy =
          running.add(
              FaultProxy.start(options.serverPort(disturbed.server()), disturbed.fault().begin()));
      proxies.put(disturbed.server(), proxy.port());
    }
    List<String> addresses = new ArrayList<>();
    for (int number = 1; number <= options.servers(); number++) {
      boolean direct = options.withUnixSockets() && !proxies.containsKey(number);
      addresses.add(
          direct
              ? "unix:" + socket(number)
              : "127.0.0.1:" + proxies.getOrDefault(number, options.serverPort(number)));
    }
    return addresses;
  }

  private Path socket(int number) {
    return folder.resolve("server-" + number + ".sock");
  }

  private Path log(int number) {
    return folder.resolve("server-" + number + ".log");
  }

  private Map<String, String> settings(
      int number, EmbeddedMariaDb database, Optional<EmbeddedRedis> redis) {
    Map<String, String> settings = new HashMap<>(database.readOnlySettings());
    redis.ifPresent(it -> settings.putAll(it.settings()));
    settings.put("JIGSAW_BIND", "127.0.0.1");
    settings.put("JIGSAW_ADMIN_BIND", "127.0.0.1");
    settings.put("JIGSAW_PORT", Integer.toString(options.serverPort(number)));
    settings.put("JIGSAW_ADMIN_PORT", Integer.toString(options.adminPort(number)));
    if (options.withUnixSockets()) {
      settings.put("JIGSAW_UNIX_SOCKET", socket(number).toString());
    }
    if (options.limit().isPresent()) {
      // Before what a person has set, which then holds.
      String more = System.getenv().getOrDefault("JIGSAW_JAVA_OPTS", "");
      settings.put("JIGSAW_JAVA_OPTS", "-Xmx" + options.memory().heap() + "m " + more);
      String cache = System.getenv().getOrDefault("JIGSAW_CACHE_SIZE", "");
      settings.put("JIGSAW_CACHE_SIZE", cache.isEmpty() ? options.memory().cache() + "MiB" : cache);
    }
    return settings;
  }
}
