package jigsaw.server;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import jigsaw.catalog.settings.DatabaseOptions;
import jigsaw.catalog.settings.LogOptions;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Every setting of the server with its default and its unit. Each option `--cache-size` may be
/// given as the environment variable `JIGSAW_CACHE_SIZE`. The ranges stand in [Settings].
final class ServerOptions {
  static final String DEFAULT = " (default: ${DEFAULT-VALUE}).";

  @Option(
      names = "--bind",
      defaultValue = "0.0.0.0",
      description = "Address of the public port" + DEFAULT)
  String bind = "";

  @Option(names = "--port", defaultValue = "8080", description = "Public port; 0 = any" + DEFAULT)
  int port;

  @Option(
      names = "--admin-bind",
      defaultValue = "127.0.0.1",
      description = "Address of the operations port" + DEFAULT)
  String adminBind = "";

  @Option(
      names = "--admin-port",
      defaultValue = "9090",
      description = "Operations port; 0 = any" + DEFAULT)
  int adminPort;

  @Mixin DatabaseOptions database = new DatabaseOptions();

  @Option(
      names = "--db-threads",
      defaultValue = "0",
      description = "Threads and connections for the database; 0 = 4 per core" + DEFAULT)
  int databaseThreads;

  @Option(
      names = "--db-queue-length",
      defaultValue = "512",
      description = "Questions that may wait for a database thread" + DEFAULT)
  int databaseQueueLength;

  @Option(
      names = "--db-queue-wait",
      defaultValue = "80ms",
      converter = DurationText.class,
      description = "Longest wait for a database thread" + DEFAULT)
  Duration databaseQueueWait = Duration.ZERO;

  @Option(
      names = "--db-silence",
      defaultValue = "70ms",
      converter = DurationText.class,
      description = "How long the database may say nothing at all when asked" + DEFAULT)
  Duration databaseSilence = Duration.ZERO;

  @Option(
      names = "--db-connect-timeout",
      defaultValue = "500ms",
      converter = DurationText.class,
      description = "Longest wait for a connection to the database" + DEFAULT)
  Duration databaseConnectTimeout = Duration.ZERO;

  @Option(
      names = "--db-query-timeout",
      defaultValue = "600ms",
      converter = DurationText.class,
      description = "Longest time for a question to the database" + DEFAULT)
  Duration databaseQueryTimeout = Duration.ZERO;

  @Option(
      names = "--db-poll-interval",
      defaultValue = "500ms",
      converter = DurationText.class,
      description = "How often to look for a new generation" + DEFAULT)
  Duration databasePollInterval = Duration.ZERO;

  @Option(
      names = "--redis-url",
      defaultValue = "",
      description = "Redis, such as redis://127.0.0.1:6379; without it none is used.")
  String redisUrl = "";

  @Option(
      names = "--redis-user",
      defaultValue = "",
      description = "Redis user (ACL); without it the default one.")
  String redisUser = "";

  @Option(
      names = "--redis-password-file",
      description = "File with Redis' password; or set JIGSAW_REDIS_PASSWORD.")
  Optional<Path> redisPasswordFile = Optional.empty();

  @Option(
      names = "--redis-timeout",
      defaultValue = "50ms",
      converter = DurationText.class,
      description = "Longest wait for Redis; then the database is asked" + DEFAULT)
  Duration redisTimeout = Duration.ZERO;

  @Option(
      names = "--redis-ttl",
      defaultValue = "1h",
      converter = DurationText.class,
      description = "How long Redis keeps a document" + DEFAULT)
  Duration redisTtl = Duration.ZERO;

  @Mixin CacheOptions cache = new CacheOptions();

  @Option(
      names = "--cors-origin",
      defaultValue = "*",
      description = "Access-Control-Allow-Origin: * or one origin" + DEFAULT)
  String corsOrigin = "";

  @Option(
      names = "--cors-max-age",
      defaultValue = "24h",
      converter = DurationText.class,
      description = "How long browsers may keep a preflight's answer" + DEFAULT)
  Duration corsMaxAge = Duration.ZERO;

  @Option(
      names = "--warm-up",
      defaultValue = "20000",
      description = "Requests the server sends itself before it is ready; 0 = none" + DEFAULT)
  int warmUp;

  @Option(
      names = "--warm-up-time",
      defaultValue = "1s",
      converter = DurationText.class,
      description = "Longest time for those requests" + DEFAULT)
  Duration warmUpTime = Duration.ZERO;

  @Option(
      names = "--open-when",
      defaultValue = "answering",
      description =
          "When the port opens: answering, or warm for balancers that do not ask for readiness"
              + DEFAULT)
  Opening openWhen = Opening.ANSWERING;

  @Mixin AccessLogOptions accessLog = new AccessLogOptions();

  @Mixin LogOptions log = new LogOptions();

  @Mixin HttpOptions http = new HttpOptions();
}
