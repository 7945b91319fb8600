package jigsaw.embedded;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import picocli.CommandLine.Option;

/// What the demo is asked to do, by options or by the environment variables of the same names.
final class DemoOptions {
  private static final int MAX_PORT = 65_535;

  @Option(
      names = "--products",
      paramLabel = "N",
      description = "Generate and load N products (default: 10000 when nothing is loaded yet).")
  private Optional<Integer> products = Optional.empty();

  @Option(
      names = "--csv",
      paramLabel = "DIR",
      description = "Load the six CSV files of this folder instead.")
  private Optional<Path> csv = Optional.empty();

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "8080",
      description = "Port of the API (default: ${DEFAULT-VALUE}).")
  private int port;

  @Option(
      names = "--admin-port",
      paramLabel = "PORT",
      defaultValue = "9090",
      description = "Port of health and metrics (default: ${DEFAULT-VALUE}).")
  private int adminPort;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Folder for all that is kept (default: .jigsaw/demo).")
  private Optional<Path> data = Optional.empty();

  @Option(names = "--fresh", description = "Forget what was loaded before and start over.")
  private boolean fresh;

  /// @throws EmbeddedException that names the option, its value and what was expected
  void check() {
    var _ = catalogue();
    checkPort("--port", port);
    checkPort("--admin-port", adminPort);
    if (port == adminPort) {
      throw new EmbeddedException("--admin-port: " + adminPort + ", expected another than --port");
    }
  }

  Catalogue catalogue() {
    return new Catalogue(csv, products.map(OptionalInt::of).orElse(OptionalInt.empty()));
  }

  int port() {
    return port;
  }

  int adminPort() {
    return adminPort;
  }

  /// The folder for everything the demo keeps; `home` is the project's.
  Path data(Path home) {
    return data.orElse(home.resolve(".jigsaw/demo"));
  }

  boolean fresh() {
    return fresh;
  }

  static void checkPort(String option, int port) {
    if (port < 1 || port > MAX_PORT) {
      throw new EmbeddedException(option + ": '" + port + "', expected 1 to " + MAX_PORT);
    }
  }
}
