package jigsaw.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jigsaw.catalog.settings.CommandLines;
import jigsaw.catalog.settings.LogFormat;
import jigsaw.catalog.settings.LogLevel;
import jigsaw.embedded.EmbeddedRedis;
import jigsaw.server.log.Logging;
import picocli.CommandLine;

/// Starts the whole server on free ports, told by options as the program is.
final class TestServer {
  private TestServer() {}

  /// Limits for tests whose subject is not speed: a busy machine must not fail them.
  static final String[] PATIENT = {
    "--answer-timeout=10s",
    "--db-queue-wait=10s",
    "--db-silence=10s",
    "--db-query-timeout=10s",
    "--redis-timeout=10s"
  };

  static Server start(TestDatabase database, String... options) {
    return start(database, Map.of(), options);
  }

  static Server start(TestDatabase database, EmbeddedRedis redis, String... options) {
    return startWithRedis(database, redis.url(), redis.password(), options);
  }

  static Server startWithRedis(
      TestDatabase database, String redisUrl, String redisPassword, String... options) {
    List<String> all = new ArrayList<>(List.of(options));
    all.addAll(List.of("--redis-url", redisUrl));
    return start(
        database, Map.of("JIGSAW_REDIS_PASSWORD", redisPassword), all.toArray(String[]::new));
  }

  private static Server start(
      TestDatabase database, Map<String, String> variables, String... options) {
    Map<String, String> environment = new HashMap<>(variables);
    environment.putAll(environment(database));
    return start(environment, options);
  }

  private static Map<String, String> environment(TestDatabase database) {
    return Map.of(
        "JIGSAW_DB_URL",
        database.url(),
        "JIGSAW_DB_USER",
        database.readOnlyUser(),
        "JIGSAW_DB_PASSWORD",
        database.readOnlyPassword());
  }

  static Server start(Map<String, String> environment, String... options) {
    Server server = startWithoutPort(environment, options);
    try {
      server.open();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  /// Until [Server#open] there is only the port for operations.
  static Server startWithoutPort(TestDatabase database) {
    return startWithoutPort(environment(database), new String[0]);
  }

  private static Server startWithoutPort(Map<String, String> environment, String... options) {
    try {
      Logging logging = Logging.start(LogFormat.TEXT, LogLevel.INFO, System.err);
      return Server.start(settings(environment, options), logging);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Settings settings(Map<String, String> environment, String... options) {
    List<String> all = new ArrayList<>(List.of("--bind=127.0.0.1", "--port=0", "--admin-port=0"));
    all.addAll(List.of(options));
    ServerOptions parsed = new ServerOptions();
    CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();
    spec.addMixin("options", CommandLine.Model.CommandSpec.forAnnotatedObject(parsed));
    Map<String, String> known = new HashMap<>(environment);
    // Practice is the subject of one test; the others need not wait for it.
    known.putIfAbsent("JIGSAW_WARM_UP", "0");
    CommandLine commandLine = CommandLines.of(spec, known);
    commandLine.parseArgs(all.toArray(String[]::new));
    return Settings.of(parsed, environment);
  }
}
