package jigsaw.embedded;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/// How the nginx of a topology is configured.
final class NginxOptions {
  /// Options for `nginx/render`: a load test comes from one address, so the limits for one address
  /// are out of its way.
  static final List<String> UNLIMITED =
      List.of(
          "--client-rate", "1000000",
          "--client-burst", "100000",
          "--client-connections", "65535");

  private static final int MAX_CACHE_SECONDS = 3_600;

  @Option(
      names = "--balance",
      paramLabel = "NAME",
      defaultValue = "round-robin",
      description = "round-robin or least-conn (default: ${DEFAULT-VALUE}).")
  private String balance = "";

  @Option(
      names = "--micro-cache",
      paramLabel = "SECONDS",
      arity = "0..1",
      fallbackValue = "1",
      description = "nginx keeps answers so long (1 if not said).")
  private Optional<Integer> microCache = Optional.empty();

  @Option(names = "--tls", description = "nginx speaks HTTPS, with a certificate of its own.")
  private boolean tls;

  @Option(
      names = "--render",
      paramLabel = "'OPTION VALUE'",
      split = ",",
      description = "A further option of nginx/render, such as '--keepalive 0'.")
  private List<String> render = new ArrayList<>();

  /// @throws EmbeddedException that names the option, its value and what was expected
  void check() {
    if (!balance.equals("round-robin") && !balance.equals("least-conn")) {
      throw new EmbeddedException(
          "--balance: '" + balance + "', expected round-robin or least-conn");
    }
    if (microCache.filter(seconds -> seconds < 1 || seconds > MAX_CACHE_SECONDS).isPresent()) {
      throw new EmbeddedException(
          "--micro-cache: '" + microCache.get() + "', expected 1 to " + MAX_CACHE_SECONDS);
    }
  }

  /// Whether there is an option that means nothing without nginx.
  boolean isAnyGiven() {
    return microCache.isPresent() || tls || !render.isEmpty();
  }

  boolean tls() {
    return tls;
  }

  /// Options for `nginx/render` that do not depend on what is started.
  List<String> render(Optional<Limit> limit) {
    List<String> options = new ArrayList<>(List.of("--balance", balance));
    options.addAll(UNLIMITED);
    limit.ifPresent(
        it -> options.addAll(List.of("--workers", Integer.toString((int) Math.ceil(it.cores())))));
    microCache.ifPresent(seconds -> options.addAll(List.of("--cache", seconds.toString())));
    render.forEach(option -> options.addAll(List.of(option.strip().split("\\s+", -1))));
    return options;
  }
}
