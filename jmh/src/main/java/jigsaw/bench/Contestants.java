package jigsaw.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import jigsaw.embedded.EmbeddedMariaDb;
import jigsaw.embedded.EmbeddedRedis;
import jigsaw.embedded.Ports;
import jigsaw.embedded.Programs;
import jigsaw.jmh.SampleRequests;

/// Starts those who take part.
final class Contestants implements AutoCloseable {
  private static final String GZIP = "Accept-Encoding: gzip\r\n";

  private final Path home;
  private final Path folder;
  private final BenchOptions options;
  private final BenchCatalogue catalogue;
  private final List<Contestant> contestants = new ArrayList<>();
  private final Pattern only;
  private Optional<EmbeddedRedis> redis = Optional.empty();
  private double partsOfPage;

  Contestants(Path home, Path folder, BenchOptions options, BenchCatalogue catalogue) {
    this.home = home;
    this.folder = folder;
    this.options = options;
    this.catalogue = catalogue;
    only = Pattern.compile(options.only);
  }

  List<Contestant> list() {
    return contestants;
  }

  /// How many requests one for a whole page stands for.
  double partsOfPage() {
    return partsOfPage;
  }

  void start() throws IOException, InterruptedException {
    Path hot = catalogue.fewProducts();
    ServeCommand.Ready server = jigsaw("hot", Map.of());
    add(Goals.HOT, server, load(hot, ""));
    add(Goals.HOT_GZIP, server, load(hot, GZIP));
    add(Goals.HOT_BROWSER, server, load(hot, SampleRequests.BROWSER_FIELDS));
    startBare(hot, answer(server.port()));
    startCold();
    if (wanted(Goals.REDIS)) {
      startRedis(hot);
    }
    if (wanted(Goals.JDBC)) {
      startJdbc();
    }
    if (wanted(Goals.VERTX)) {
      startVertx();
    }
  }

  @Override
  public void close() {
    contestants.forEach(Contestant::close);
    redis.ifPresent(EmbeddedRedis::close);
  }

  /// Those who always say the same, with a body as long as the server's.
  private void startBare(Path hot, HttpResponse<byte[]> answer)
      throws IOException, InterruptedException {
    int bytes = answer.body().length;
    List<String> same = new ArrayList<>();
    answer
        .headers()
        .map()
        .forEach((name, values) -> values.forEach(value -> same.add(name + ": " + value)));
    same.removeIf(line -> line.startsWith("date:"));
    int port = Ports.free();
    FixedServers fixed = new FixedServers(folder, options.serverCore);
    Child bare = fixed.bare("bare", port, same, bytes);
    add(Goals.BARE, bare, port, load(hot, ""));
    add(Goals.BARE_BROWSER, bare, port, load(hot, SampleRequests.BROWSER_FIELDS));
    int minimalPort = Ports.free();
    List<String> fewest = List.of("Content-Type: application/json", "Content-Length: " + bytes);
    add(
        Goals.BARE_MINIMAL,
        fixed.bare("bare-minimal", minimalPort, fewest, bytes),
        minimalPort,
        load(hot, ""));
    Optional<Path> nginx = Programs.find("nginx");
    if (nginx.isPresent()) {
      int nginxPort = Ports.free();
      add(
          Goals.NGINX,
          fixed.nginx(nginx.get().toString(), nginxPort, bytes),
          nginxPort,
          load(hot, ""));
    }
  }

  private void startCold() throws IOException, InterruptedException {
    boolean pages = Goals.PAGES.stream().anyMatch(this::wanted);
    if (pages || wanted(Goals.COLD)) {
      ServeCommand.Ready cold = jigsaw("cold", Map.of("JIGSAW_CACHE_SIZE", "0"));
      add(Goals.COLD, cold, load(catalogue.allProducts(), ""));
      if (pages) {
        PageViews views = catalogue.pageViews();
        partsOfPage = views.partsEach();
        add(Goals.PAGE, cold, load(views.whole(), ""));
        add(Goals.PAGE_PARTS, cold, load(views.parts(), ""));
        add(Goals.PAGE_GZIP, cold, load(views.whole(), GZIP));
        add(Goals.PAGE_PARTS_GZIP, cold, load(views.parts(), GZIP));
      }
    }
  }

  private void startRedis(Path hot) throws IOException, InterruptedException {
    EmbeddedRedis started = EmbeddedRedis.start(folder.resolve("redis"));
    redis = Optional.of(started);
    Map<String, String> settings = new HashMap<>(started.settings());
    settings.put("JIGSAW_CACHE_SIZE", "0");
    add(Goals.REDIS, jigsaw("redis", settings), load(hot, ""));
  }

  private void startJdbc() throws IOException {
    List<String> command =
        Child.java(
            JdbcLoop.class,
            catalogue.url(),
            catalogue.user(),
            catalogue.tables().productDocument(),
            Integer.toString(catalogue.products()));
    Child child =
        Child.start("jdbc", options.serverCore, command, catalogue.settings(), log("jdbc"));
    contestants.add(new JdbcContestant(Goals.JDBC, child));
  }

  private void startVertx() throws IOException, InterruptedException {
    int port = Ports.free();
    List<String> command =
        Child.java(
            VertxServer.class,
            Integer.toString(port),
            Integer.toString(catalogue.port()),
            EmbeddedMariaDb.SCHEMA,
            catalogue.user(),
            catalogue.tables().productDocument());
    Child child =
        Child.start("vertx", options.serverCore, command, catalogue.settings(), log("vertx"));
    child.awaitPort(port);
    add(Goals.VERTX, child, port, load(catalogue.allProducts(), ""));
  }

  /// The server as it is run in earnest.
  private ServeCommand.Ready jigsaw(String name, Map<String, String> more)
      throws IOException, InterruptedException {
    Map<String, String> settings = new HashMap<>(ServeCommand.PATIENT);
    settings.putAll(more);
    return new ServeCommand(home, folder, options.serverCore, catalogue).start(name, settings);
  }

  private void add(String name, ServeCommand.Ready server, Load load) {
    add(name, server.process(), server.port(), load);
  }

  private void add(String name, Child process, int port, Load load) {
    if (wanted(name)) {
      contestants.add(new LoadedServer(name, process, port, load));
    }
  }

  private boolean wanted(String name) {
    return only.matcher(name).find();
  }

  private Load load(Path targets, String fields) {
    return new Load(folder, options.loadCore, options.connections, targets, fields);
  }

  private Path log(String name) {
    return folder.resolve(name + ".log");
  }

  private static HttpResponse<byte[]> answer(int port) throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      URI uri = URI.create("http://127.0.0.1:" + port + "/products/1");
      return client.send(
          HttpRequest.newBuilder(uri).version(HttpClient.Version.HTTP_1_1).build(),
          HttpResponse.BodyHandlers.ofByteArray());
    }
  }
}
