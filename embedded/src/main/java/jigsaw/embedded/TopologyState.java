package jigsaw.embedded;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// What runs where: for people on the terminal, for programs as `topology.json` in the data folder,
/// which is there only while everything runs.
final class TopologyState {
  private static final String FILE = "topology.json";

  private final TopologyOptions options;
  private final EmbeddedMariaDb database;
  private final Optional<ControlGroup> group;
  private final List<Part> parts;

  TopologyState(
      TopologyOptions options,
      EmbeddedMariaDb database,
      Optional<ControlGroup> group,
      List<Part> parts) {
    this.options = options;
    this.database = database;
    this.group = group;
    this.parts = List.copyOf(parts);
  }

  /// A program of the topology; its children belong to it.
  record Part(String name, long pid) {}

  /// Writes the file.
  ///
  /// @return what deletes it again
  AutoCloseable write(DataFolder folder) {
    folder.writePrivate(FILE, json());
    return () -> Bundle.deleteTree(folder.resolve(FILE));
  }

  void print(long products, DataFolder folder) {
    System.out.printf(Locale.ROOT, "%nThe topology is running: %,d products.%n%n", products);
    for (String url : urls()) {
      System.out.println("  " + url + "/products/1");
    }
    System.out.println();
    IntStream.rangeClosed(1, options.servers())
        .forEach(number ->
            System.out.printf(
                "Server %d: http://127.0.0.1:%d, metrics http://127.0.0.1:%d/metrics%n",
                number, options.serverPort(number), options.adminPort(number)));
    System.out.printf(
        "Database: port %d, nginx: %s, Redis: %s%n",
        database.port(), word(options.withNginx()), word(options.withRedis()));
    options
        .faults()
        .forEach(it -> System.out.println("Disturbed: server " + it.server() + ", " + it.fault()));
    group.ifPresent(it ->
        System.out.printf(
            "Limit: %s (processor %s), group %s%nMemory: %s%n",
            options.limit().orElseThrow(), it.cpus(), it.memory(), options.memory()));
    System.out.println("Data: " + folder.path() + "  Ctrl-C stops everything.");
    System.out.flush();
  }

  private List<String> urls() {
    if (options.withNginx()) {
      return List.of(
          (options.nginxOptions().tls() ? "https" : "http") + "://127.0.0.1:" + options.port());
    }
    return IntStream.rangeClosed(1, options.servers())
        .mapToObj(number -> "http://127.0.0.1:" + options.serverPort(number))
        .toList();
  }

  private String json() {
    String programs =
        parts.stream()
            .map(part -> "{\"name\":\"%s\",\"pid\":%d}".formatted(part.name(), part.pid()))
            .collect(Collectors.joining(","));
    String urls = urls().stream().map(TopologyState::quoted).collect(Collectors.joining(","));
    return "{\"urls\":[%s],\"databaseUrl\":%s,\"databaseUser\":%s,\"databasePassword\":%s,\"limit\":%s,\"cpus\":%s,\"memoryGroup\":%s,\"memoryPlan\":%s,\"parts\":[%s]}%n"
        .formatted(
            urls,
            quoted(database.jdbcUrl(EmbeddedMariaDb.SCHEMA)),
            quoted(database.readOnlyUser()),
            quoted(database.readOnlyPassword()),
            quoted(options.limit().map(Limit::toString).orElse("")),
            quoted(group.map(ControlGroup::cpus).orElse("")),
            quoted(group.map(it -> it.memory().toString()).orElse("")),
            quoted(options.memory().toString()),
            programs);
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  private static String word(boolean on) {
    return on ? "on" : "off";
  }
}
