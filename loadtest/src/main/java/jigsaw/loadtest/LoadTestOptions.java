package jigsaw.loadtest;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jigsaw.loadtest.drive.Connection;
import jigsaw.loadtest.plan.Durations;
import jigsaw.loadtest.plan.Plan;
import jigsaw.loadtest.plan.PlanFile;
import jigsaw.loadtest.plan.Traffic;
import jigsaw.loadtest.target.Target;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Every option of a load test; what is given replaces that part of the plan.
final class LoadTestOptions {
  @Parameters(
      arity = "0..1",
      paramLabel = "PLAN",
      defaultValue = "reference",
      description =
          "reference, step, spike, soak, cold-start, ttl, or a file (default: reference).")
  private String plan = "";

  @Option(
      names = "--url",
      paramLabel = "URL",
      defaultValue = "http://127.0.0.1:8080",
      description = "The server to load, http or https (default: ${DEFAULT-VALUE}).")
  private String url = "";

  @Option(
      names = "--i-own-this-host",
      description = "Allows a --url that is not this machine. Load only what is yours.")
  private boolean owned;

  @Option(
      names = "--rate",
      paramLabel = "N",
      description = "One load of N requests/s instead of the plan's.")
  private Optional<Double> rate = Optional.empty();

  @Option(names = "--duration", paramLabel = "TIME", description = "Of each load: 30s, 5m, 1h.")
  private Optional<String> duration = Optional.empty();

  @Option(names = "--rounds", paramLabel = "N", description = "Consecutive rounds of each load.")
  private Optional<Integer> rounds = Optional.empty();

  @Option(
      names = "--endpoint",
      paramLabel = "KIND",
      split = ",",
      description = "Traffic: product, styles, related, list, mix (page views).")
  private List<String> endpoints = List.of();

  @Option(
      names = "--ids",
      paramLabel = "IDS",
      defaultValue = "all",
      description =
          "Products to ask for: all (the server is asked for its list), a range such as 1-1000, "
              + "or a file with an id at the start of each line (default: ${DEFAULT-VALUE}).")
  private String ids = "";

  @Option(names = "--hot", paramLabel = "N", description = "Only N random products of those.")
  private Optional<Integer> hot = Optional.empty();

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Same seed, same requests (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(names = "--no-warm-up", description = "Leaves the plan's warm-up out.")
  private boolean cold;

  @Option(
      names = "--connections",
      paramLabel = "N",
      defaultValue = "256",
      description = "Connections kept open (default: ${DEFAULT-VALUE}).")
  private int connections;

  @Option(
      names = "--timeout",
      paramLabel = "TIME",
      defaultValue = "10s",
      description = "After which a request is not answered (default: ${DEFAULT-VALUE}).")
  private String timeout = "";

  @Option(names = "--gzip", description = "Accept compressed answers, as browsers do.")
  private boolean gzip;

  @Option(
      names = "--expect",
      paramLabel = "URL",
      description = "A second server; a sample of whole bodies must equal its answers.")
  private Optional<String> expect = Optional.empty();

  @Option(
      names = "--expect-every",
      paramLabel = "N",
      defaultValue = "100",
      description = "Compare one body of N, at most 500 a round (default: ${DEFAULT-VALUE}).")
  private int expectEvery;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Folder of the report (default: .jigsaw/loadtest/PLAN-TIME).")
  private Optional<Path> out = Optional.empty();

  /// The plan with the options applied.
  Plan plan() {
    Plan changed = PlanFile.read(plan);
    if (rate.isPresent()) {
      changed = changed.withRate(rate.get());
    }
    if (duration.isPresent()) {
      changed = changed.withDuration(Durations.parse(duration.get()));
    }
    if (rounds.isPresent()) {
      changed = changed.withRounds(rounds.get());
    }
    if (!endpoints.isEmpty()) {
      changed = changed.withTraffic(endpoints.stream().map(LoadTestOptions::traffic).toList());
    }
    if (hot.isPresent()) {
      changed = changed.withHotIds(hot.get());
    }
    return cold ? changed.withoutWarmUp() : changed;
  }

  private static Traffic traffic(String name) {
    return Traffic.named(name)
        .orElseThrow(() ->
            new IllegalArgumentException(
                "--endpoint: '%s', expected product, styles, related, list or mix"
                    .formatted(name)));
  }

  Target target() {
    return Target.at(url, owned);
  }

  Optional<Target> expectation() {
    return expect.map(address -> Target.at(address, owned));
  }

  Connection connection(Target target) {
    if (connections < 1 || connections > 10_000) {
      throw new IllegalArgumentException("--connections: must be from 1 to 10000");
    }
    Duration patience = Durations.parse(timeout);
    return new Connection(
        target.host(), target.port(), target.isEncrypted(), connections, patience, gzip);
  }

  String ids() {
    return ids;
  }

  long seed() {
    return seed;
  }

  int sampleEvery() {
    return expect.isPresent() ? expectEvery : 0;
  }

  Path folder(String planName, String time) {
    return out.orElse(Path.of(".jigsaw", "loadtest", planName + "-" + time));
  }

  /// For the report.
  Map<String, String> describe() {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("connections", Integer.toString(connections));
    settings.put("timeout", timeout);
    settings.put("accepts gzip", gzip ? "yes" : "no");
    settings.put("seed", Long.toString(seed));
    settings.put("bodies compared with", expect.orElse("nothing"));
    return settings;
  }
}
