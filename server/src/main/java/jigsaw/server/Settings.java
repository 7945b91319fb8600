package jigsaw.server;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import jigsaw.catalog.settings.InvalidSettingException;
import jigsaw.catalog.settings.Secret;
import jigsaw.server.accesslog.AccessLogSettings;
import jigsaw.server.cache.CacheSettings;
import jigsaw.server.cache.RedisSettings;
import jigsaw.server.content.ConstantFields;
import jigsaw.server.http.HttpSettings;
import jigsaw.server.store.StoreSettings;
import jigsaw.server.warmup.WarmUpSettings;

/// All settings, checked: whoever holds one holds valid values.
record Settings(
    HttpSettings http,
    HttpSettings admin,
    ConstantFields fields,
    StoreSettings store,
    Optional<RedisSettings> redis,
    CacheSettings cache,
    Drain drain,
    WarmUpSettings warmUp,
    Opening opening,
    AccessLogSettings accessLog) {
  private static final int MAX_PORT = 65_535;
  private static final int THREADS_PER_CORE = 4;
  static final Duration MAX_WAIT = Duration.ofSeconds(10);
  static final Duration MAX_KEEP = Duration.ofDays(30);
  private static final Duration MAX_WARM_UP = Duration.ofMinutes(10);
  private static final Duration MAX_DRAIN = Duration.ofMinutes(10);

  // What a header field may hold (RFC 9110 section 5.5), in ASCII.
  private static final Pattern FIELD_VALUE =
      Pattern.compile("[\\x21-\\x7e]([\\x20-\\x7e]*[\\x21-\\x7e])?");
  private static final Pattern ORIGIN = Pattern.compile("\\*|https?://[A-Za-z0-9.:\\[\\]-]+");

  /// @throws InvalidSettingException for the first value that is out of its range
  static Settings of(ServerOptions options, Map<String, String> environment) {
    HttpOptions http = options.http;
    return new Settings(
        http.settings(address("BIND", options.bind), within("PORT", options.port, 0, MAX_PORT)),
        http.adminSettings(
            address("ADMIN_BIND", options.adminBind),
            within("ADMIN_PORT", options.adminPort, 0, MAX_PORT)),
        fields(options),
        store(options, environment),
        redis(options, environment),
        cache(options.cache),
        new Drain(
            within("DRAIN_DELAY", http.drainDelay, Duration.ZERO, MAX_DRAIN),
            within("DRAIN_TIMEOUT", http.drainTimeout, Duration.ZERO, MAX_DRAIN)),
        new WarmUpSettings(
            within("WARM_UP", options.warmUp, 0, 10_000_000),
            within("WARM_UP_TIME", options.warmUpTime, Duration.ofMillis(10), MAX_WARM_UP)),
        options.openWhen,
        options.accessLog.settings(options.log.format()));
  }

  private static ConstantFields fields(ServerOptions options) {
    return new ConstantFields(
        matching("CACHE_CONTROL", options.cache.cacheControl, FIELD_VALUE, "a Cache-Control value"),
        matching(
            "CORS_ORIGIN", options.corsOrigin, ORIGIN, "* or an origin like https://shop.test"),
        (int) within("CORS_MAX_AGE", options.corsMaxAge, Duration.ZERO, MAX_KEEP).toSeconds());
  }

  private static StoreSettings store(ServerOptions options, Map<String, String> environment) {
    int threads = within("DB_THREADS", options.databaseThreads, 0, 1_000);
    Duration shortest = Duration.ofMillis(10);
    return new StoreSettings(
        options.database.readUrl(),
        options.database.user(),
        options.database.password(environment),
        threads == 0 ? THREADS_PER_CORE * Runtime.getRuntime().availableProcessors() : threads,
        within("DB_QUEUE_LENGTH", options.databaseQueueLength, 1, 1_000_000),
        within("DB_QUEUE_WAIT", options.databaseQueueWait, shortest, MAX_WAIT),
        within("DB_SILENCE", options.databaseSilence, shortest, MAX_WAIT),
        within("DB_CONNECT_TIMEOUT", options.databaseConnectTimeout, shortest, MAX_WAIT),
        within("DB_QUERY_TIMEOUT", options.databaseQueryTimeout, shortest, MAX_WAIT),
        within("DB_POLL_INTERVAL", options.databasePollInterval, shortest, MAX_WAIT));
  }

  private static Optional<RedisSettings> redis(
      ServerOptions options, Map<String, String> environment) {
    if (options.redisUrl.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new RedisSettings(
            RedisUrl.checked(options.redisUrl),
            options.redisUser,
            Secret.of(options.redisPasswordFile, "JIGSAW_REDIS_PASSWORD", environment),
            within("REDIS_TIMEOUT", options.redisTimeout, Duration.ofMillis(1), MAX_WAIT),
            within("REDIS_TTL", options.redisTtl, Duration.ofMillis(1), MAX_KEEP)));
  }

  private static CacheSettings cache(CacheOptions options) {
    return new CacheSettings(
        cacheBytes(options.size),
        within("CACHE_TTL", options.ttl, Duration.ofMillis(1), MAX_KEEP),
        within(
            "CACHE_STALE_WHILE_REVALIDATE", options.staleWhileRevalidate, Duration.ZERO, MAX_KEEP),
        within("CACHE_STALE_IF_ERROR", options.staleIfError, Duration.ZERO, MAX_KEEP),
        within("CACHE_NEGATIVE_TTL", options.negativeTtl, Duration.ofMillis(1), MAX_KEEP),
        within("CACHE_NEGATIVE_ENTRIES", options.negativeEntries, 0, 100_000_000));
  }

  /// What is rendered, sent and kept besides needs the other half of the heap.
  private static long cacheBytes(ByteSize size) {
    long limit = Runtime.getRuntime().maxMemory() / 2;
    if (size.bytes() > limit) {
      throw new InvalidSettingException(
          "JIGSAW_CACHE_SIZE",
          (size.bytes() >> 20) + "MiB",
          "at most "
              + (limit >> 20)
              + "MiB, half of Java's heap (JIGSAW_JAVA_OPTS=-Xmx... makes it larger)");
    }
    return size.bytes();
  }

  private static String address(String name, String value) {
    try {
      return InetAddress.getByName(value).getHostAddress();
    } catch (UnknownHostException e) {
      throw new InvalidSettingException("JIGSAW_" + name, value, "an address of this machine", e);
    }
  }

  private static String matching(String name, String value, Pattern form, String expected) {
    if (!form.matcher(value).matches()) {
      throw new InvalidSettingException("JIGSAW_" + name, value, expected);
    }
    return value;
  }

  static int within(String name, int value, int min, int max) {
    if (value < min || value > max) {
      throw new InvalidSettingException(
          "JIGSAW_" + name, Integer.toString(value), "a number from " + min + " to " + max);
    }
    return value;
  }

  static Duration within(String name, Duration value, Duration min, Duration max) {
    if (value.compareTo(min) < 0 || value.compareTo(max) > 0) {
      throw new InvalidSettingException(
          "JIGSAW_" + name,
          value.toMillis() + "ms",
          "a time from " + min.toMillis() + "ms to " + max.toMillis() + "ms");
    }
    return value;
  }
}
