package jigsaw.verify.faults;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import jigsaw.embedded.Ports;

/// Everything that stands between a fault and its effect: the catalogue, what the server depends
/// on, and the right answers.
final class Scene implements AutoCloseable {
  /// Products that are asked for again and again.
  static final int HOT_IDS = 200;

  /// So little that hardly any cold answer stays in it, and all hot ones do.
  private static final String CACHE_SIZE = "2MiB";

  /// So short that Redis is asked and filled all the time and seldom has the answer.
  private static final String REDIS_TTL = "100ms";

  private static final int WARM_UP_PART = 5;
  private static final double WARM_UP_SECONDS = 5;
  private static final double CALM_SECONDS = 10;

  private final Path home;
  private final Path folder;
  private final int products;
  private final int rate;
  private final double pace;
  private final Bodies bodies = new Bodies();
  private final Backends backends;

  /// `pace` multiplies all times; less than 1 makes a quick run that shows less.
  Scene(Path home, Path folder, int products, int rate, double pace) {
    this.home = home;
    this.folder = folder;
    this.products = products;
    this.rate = rate;
    this.pace = pace;
    backends = new Backends(folder);
  }

  /// Makes a catalogue, loads it, and reads the right answers while nothing is wrong.
  void prepare() throws IOException, InterruptedException {
    load(1);
    readBodies();
  }

  /// Makes and loads another catalogue of the same size, beside whatever else goes on.
  void load(int seed) throws IOException, InterruptedException {
    Path csv = folder.resolve("csv-" + seed);
    jigsaw(
        Map.of(),
        "generate",
        "--quiet",
        "--out",
        csv.toString(),
        "--products",
        "" + products,
        "--seed",
        "" + seed);
    jigsaw(
        backends.database().settings(),
        "etl",
        "--quiet",
        "--csv",
        csv.toString(),
        "--rejects",
        folder.resolve("rejects.csv").toString());
  }

  /// Adds what the live catalogue holds to the right answers.
  void readBodies() throws IOException, InterruptedException {
    try (Server server = startServer(Map.of())) {
      List<String> all = new ArrayList<>(hotTargets());
      all.addAll(coldTargets());
      bodies.read(server.port(), all);
    }
  }

  Path home() {
    return home;
  }

  Path folder() {
    return folder;
  }

  Backends backends() {
    return backends;
  }

  Bodies bodies() {
    return bodies;
  }

  int products() {
    return products;
  }

  int rate() {
    return rate;
  }

  double pace() {
    return pace;
  }

  /// Starts a server with nothing in its memory and the load on it, and lets both settle.
  Trial begin(Map<String, String> more) throws IOException, InterruptedException {
    Server server = startServer(more);
    return begin(server, server.port());
  }

  /// Puts the load on a port that leads to the server, or to several, and lets all settle.
  Trial begin(Server server, int port) throws InterruptedException {
    Source mix = new Mix(port, hotTargets(), coldTargets());
    warmUp(server, mix);
    Trial trial = new Trial(server, OpenLoop.start(server, new Client(bodies), mix, rate));
    pass(CALM_SECONDS);
    return trial;
  }

  /// With the whole rate at once, a server that has yet to be compiled would be given so many
  /// connections that its port for operations has none left.
  void warmUp(Server server, Source source) throws InterruptedException {
    OpenLoop slow =
        OpenLoop.start(server, new Client(bodies), source, Math.max(1, rate / WARM_UP_PART));
    pass(WARM_UP_SECONDS);
    slow.end();
  }

  /// Lets time pass.
  void pass(double seconds) throws InterruptedException {
    Thread.sleep((long) (seconds * pace * 1000));
  }

  @Override
  public void close() {
    backends.close();
  }

  static List<String> hotTargets() {
    return targets(HOT_IDS, "/products/%d");
  }

  private List<String> coldTargets() {
    return targets(products, "/products/%d/styles");
  }

  private static List<String> targets(int count, String form) {
    return IntStream.rangeClosed(1, count).mapToObj(form::formatted).toList();
  }

  /// Starts a server with nothing in its memory.
  Server startServer(Map<String, String> more) throws IOException, InterruptedException {
    Server server = launchServer(more);
    server.awaitReady();
    return server;
  }

  /// Starts a server with nothing in its memory and does not wait for it.
  Server launchServer(Map<String, String> more) throws IOException {
    return launchServer(1, more, Ports.free(), Ports.free());
  }

  /// Starts the server of that number, of several, and does not wait for it.
  Server launchServer(int number, Map<String, String> more, int port, int adminPort)
      throws IOException {
    Map<String, String> settings = new HashMap<>(backends.database().readOnlySettings());
    settings.putAll(backends.redis().settings());
    settings.put("JIGSAW_CACHE_SIZE", CACHE_SIZE);
    settings.put("JIGSAW_REDIS_TTL", REDIS_TTL);
    settings.putAll(more);
    Path log = folder.resolve("server-" + number + ".log");
    return Server.launch(home, log, settings, port, adminPort);
  }

  private void jigsaw(Map<String, String> settings, String... arguments)
      throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(home.resolve("jigsaw").toString());
    builder.command().addAll(List.of(arguments));
    builder.environment().putAll(settings);
    builder.environment().put("JIGSAW_BUILT", "yes");
    Path log = folder.resolve(arguments[0] + ".log");
    builder.redirectErrorStream(true).redirectOutput(log.toFile());
    if (builder.start().waitFor() != 0) {
      throw new IOException("jigsaw " + arguments[0] + " failed, see " + log);
    }
  }
}
