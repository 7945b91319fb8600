package jigsaw.embedded;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// What a topology is made of; by options or by the environment variables of the same names.
final class TopologyOptions {
  private static final int DISTRIBUTED_SERVERS = 3;
  private static final int MAX_SERVERS = 32;

  /// How many servers there are unless a number is given.
  enum Kind {
    SINGLE,
    DISTRIBUTED
  }

  enum Switch {
    ON,
    OFF
  }

  @Parameters(paramLabel = "single|distributed", description = "One server, or several (three).")
  private Kind kind = Kind.SINGLE;

  @Option(names = "--servers", paramLabel = "N", description = "So many servers instead.")
  private Optional<Integer> servers = Optional.empty();

  @Option(
      names = "--nginx",
      paramLabel = "on|off",
      defaultValue = "on",
      description = "Without it the servers are asked directly (default: ${DEFAULT-VALUE}).")
  private Switch nginx = Switch.ON;

  @Option(
      names = "--redis",
      paramLabel = "on|off",
      defaultValue = "on",
      description = "The second cache (default: ${DEFAULT-VALUE}).")
  private Switch redis = Switch.ON;

  @Option(
      names = "--unix-sockets",
      description = "nginx reaches undisturbed servers by Unix domain sockets in the data folder.")
  private boolean unixSockets;

  @Mixin private NginxOptions nginxOptions = new NginxOptions();

  @Option(
      names = "--fault",
      paramLabel = "N:KIND",
      split = ",",
      description = "Disturbs server N: 1:slow=50ms, 1:stall=2s/10s, 1:error=500.")
  private List<String> faults = new ArrayList<>();

  @Option(
      names = "--limit",
      paramLabel = "CORES,MEMORY",
      description = {
        "Holds all parts together to this, such as 1core,1GiB (Linux, root).",
        "Loading is done before, outside of it."
      })
  private Optional<String> limit = Optional.empty();

  @Option(names = "--products", paramLabel = "N", description = "Generate and load N products.")
  private Optional<Integer> products = Optional.empty();

  @Option(names = "--csv", paramLabel = "DIR", description = "Load these six CSV files instead.")
  private Optional<Path> csv = Optional.empty();

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "A data folder, the demo's too (default: .jigsaw/topology).")
  private Optional<Path> data = Optional.empty();

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "8080",
      description = "Port of nginx; the servers' follow (default: ${DEFAULT-VALUE}).")
  private int port;

  @Option(
      names = "--admin-port",
      paramLabel = "PORT",
      defaultValue = "9090",
      description = "Port of the first server's health and metrics (default: ${DEFAULT-VALUE}).")
  private int adminPort;

  /// @throws EmbeddedException that names the option, its value and what was expected
  void check() {
    int count = servers();
    if (count < 1 || count > MAX_SERVERS) {
      throw new EmbeddedException("--servers: '" + count + "', expected 1 to " + MAX_SERVERS);
    }
    nginxOptions.check();
    boolean needsNginx = nginxOptions.isAnyGiven() || !faults.isEmpty() || unixSockets;
    if (!withNginx() && needsNginx) {
      throw new EmbeddedException(
          "--nginx off: expected none of --micro-cache, --tls, --fault, --unix-sockets and --render"
              + " with it");
    }
    DemoOptions.checkPort("--port", port);
    DemoOptions.checkPort("--port (of the last server)", serverPort(count));
    DemoOptions.checkPort("--admin-port", adminPort);
    DemoOptions.checkPort("--admin-port (of the last server)", adminPort(count));
    if (adminPort <= serverPort(count) && port <= adminPort(count)) {
      throw new EmbeddedException(
          "--admin-port: %d, expected one whose %d ports are not those from %d to %d"
              .formatted(adminPort, count, port, serverPort(count)));
    }
    var _ = catalogue();
    var _ = faults();
    var _ = memory();
  }

  int servers() {
    return servers.orElse(kind == Kind.SINGLE ? 1 : DISTRIBUTED_SERVERS);
  }

  boolean withNginx() {
    return nginx == Switch.ON;
  }

  boolean withUnixSockets() {
    return unixSockets;
  }

  boolean withRedis() {
    return redis == Switch.ON;
  }

  List<Fault.Of> faults() {
    return faults.stream().map(text -> Fault.parse(text, servers())).toList();
  }

  NginxOptions nginxOptions() {
    return nginxOptions;
  }

  Optional<Limit> limit() {
    return limit.map(Limit::parse);
  }

  MemoryPlan memory() {
    return limit()
        .map(it -> MemoryPlan.within(it, servers(), withRedis()))
        .orElse(MemoryPlan.ROOMY);
  }

  Catalogue catalogue() {
    return new Catalogue(csv, products.map(OptionalInt::of).orElse(OptionalInt.empty()));
  }

  /// The folder for everything that is kept; `home` is the project's.
  Path data(Path home) {
    return data.orElse(home.resolve(".jigsaw/topology"));
  }

  int port() {
    return port;
  }

  /// The port of the server `number`, from 1; without nginx the first one has [#port].
  int serverPort(int number) {
    return withNginx() ? port + number : port + number - 1;
  }

  int adminPort(int number) {
    return adminPort + number - 1;
  }
}
