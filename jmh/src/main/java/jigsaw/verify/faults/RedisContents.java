package jigsaw.verify.faults;

import io.lettuce.core.KeyScanCursor;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.ScanArgs;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jigsaw.embedded.EmbeddedRedis;

/// What stands in Redis and how much may, changed from outside the server.
final class RedisContents implements AutoCloseable {
  private static final String GARBAGE = "garbage";
  private static final ScanArgs OURS = ScanArgs.Builder.matches("jigsaw:*").limit(1_000);
  private static final int WAYS = 3;
  private static final int CUT_LENGTH = 20;

  private static final String CUT_SCRIPT =
      "if redis.call('TYPE', KEYS[1]).ok == 'string' then"
          + " redis.call('SET', KEYS[1], redis.call('GETRANGE', KEYS[1], 1, %d)) end"
              .formatted(CUT_LENGTH);

  private final RedisClient client;
  private final StatefulRedisConnection<String, String> connection;

  RedisContents(EmbeddedRedis redis) {
    client =
        RedisClient.create(
            RedisURI.builder()
                .withHost("127.0.0.1")
                .withPort(redis.port())
                .withPassword(redis.password().toCharArray())
                .build());
    connection = client.connect();
  }

  /// Leaves no room for anything, and forgets nothing to make some.
  void fill() {
    commands().configSet(Map.of("maxmemory-policy", "noeviction", "maxmemory", "1"));
  }

  /// Undoes [#fill].
  void makeRoom() {
    commands().configSet(Map.of("maxmemory-policy", "allkeys-lfu", "maxmemory", "64mb"));
  }

  /// All keys of servers.
  List<String> keys() {
    List<String> keys = new ArrayList<>();
    KeyScanCursor<String> cursor = commands().scan(OURS);
    keys.addAll(cursor.getKeys());
    while (!cursor.isFinished()) {
      cursor = commands().scan(cursor, OURS);
      keys.addAll(cursor.getKeys());
    }
    return keys;
  }

  /// Puts under every key of a server what does not belong there: text, a hash, or a piece of what
  /// was there.
  ///
  /// @return the keys
  List<String> spoil() {
    List<String> keys = keys();
    for (int number = 0; number < keys.size(); number++) {
      String key = keys.get(number);
      switch (number % WAYS) {
        case 0 -> commands().set(key, GARBAGE);
        case 1 -> {
          commands().del(key);
          commands().hset(key, GARBAGE, GARBAGE);
        }
        default -> commands().eval(CUT_SCRIPT, ScriptOutputType.STATUS, key);
      }
    }
    return keys;
  }

  /// Whether what stands under a key is what [#spoil] has put there.
  boolean isSpoilt(String key) {
    return switch (commands().type(key)) {
      case "hash" -> true;
      case "string" -> commands().strlen(key) <= CUT_LENGTH;
      default -> false;
    };
  }

  /// Lets everything expire now, as a clock does that jumps forward.
  void expireAll() {
    keys().forEach(key -> commands().pexpire(key, 1));
  }

  /// Keeps everything for so long, as a clock does that jumps back.
  void keepAll(long millis) {
    keys().forEach(key -> commands().pexpire(key, millis));
  }

  @Override
  public void close() {
    connection.close();
    client.shutdown();
  }

  private RedisCommands<String, String> commands() {
    return connection.sync();
  }
}
