package jigsaw.server.cache;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import jigsaw.server.content.Answer;
import jigsaw.server.content.AnswerEncoder;
import jigsaw.server.content.ConstantFields;
import jigsaw.server.store.CatalogKey;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// What do a hit and a miss cost in our cache, and in a plain Caffeine cache of the same size? Ids
/// are of a million, skewed for hits. Caffeine notes who was asked for only when it is half full.
/// What it does on other threads counts only where there is one core: `taskset -c 0 ./jigsaw jmh
/// LocalCache`
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class LocalCacheBenchmark {
  private static final int TRACE = 1 << 16;
  private static final int CACHED = 10_000;

  /// How many times the answers would fit.
  @Param({"5.0", "1.2"})
  private double room;

  private final long[] trace = new long[TRACE];
  private LocalCache ours = cache(0);
  private Cache<Long, Answer> plain = Caffeine.newBuilder().build();
  private int at;

  @Setup
  public void fill() {
    AnswerEncoder encoder = new AnswerEncoder(new ConstantFields("max-age=60", "*", 600));
    ours = cache((long) (room * CACHED * LocalCache.weight(encoder.json(new byte[500]))));
    plain = Caffeine.newBuilder().maximumSize((long) (room * CACHED)).build();
    for (int i = 1; i <= CACHED; i++) {
      Answer answer = encoder.json(new byte[500]);
      ours.keep(CatalogKey.product(i * 97), 0, answer);
      plain.put(CatalogKey.product(i * 97), answer);
    }
    Random random = new Random(1);
    for (int i = 0; i < TRACE; i++) {
      // A power of a uniform number: few ids get most of the requests.
      int rank = (int) (Math.pow(random.nextDouble(), 4) * CACHED);
      trace[i] = CatalogKey.product((rank + 1) * 97);
    }
  }

  @Benchmark
  public boolean hit() {
    CachedAnswer found = ours.find(next());
    return found != null && ours.isFresh(found);
  }

  @Benchmark
  public @Nullable Answer caffeineHit() {
    return plain.getIfPresent(next());
  }

  @Benchmark
  public @Nullable Object miss() {
    return ours.find(next() + 1);
  }

  @Benchmark
  public @Nullable Answer caffeineMiss() {
    return plain.getIfPresent(next() + 1);
  }

  private static LocalCache cache(long bytes) {
    CacheSettings settings =
        new CacheSettings(
            bytes,
            Duration.ofHours(1),
            Duration.ofSeconds(30),
            Duration.ofHours(1),
            Duration.ofSeconds(30),
            100_000);
    return new LocalCache(settings, System::nanoTime);
  }

  private long next() {
    at = (at + 1) & (TRACE - 1);
    return trace[at];
  }
}
