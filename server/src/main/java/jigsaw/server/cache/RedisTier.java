package jigsaw.server.cache;

import io.lettuce.core.KeyValue;
import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.SetArgs;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import jigsaw.server.store.Generation;
import jigsaw.server.store.Lookup;
import org.jspecify.annotations.Nullable;

/// Documents in Redis. An optimisation only: whatever goes wrong is a miss, slow answers are not
/// waited for, and after a few failures in a row nobody asks until a probe succeeds.
public final class RedisTier implements SharedCache {
  private static final int MAX_FAILURES = 5;

  /// More in flight means that Redis cannot keep up: not asking is faster.
  private static final int MAX_IN_FLIGHT = 256;

  private final RedisSettings settings;
  private final Breaker breaker = new Breaker(MAX_FAILURES);
  private final AtomicInteger inFlight = new AtomicInteger();
  private final RedisLink link;
  private final RedisReads reads;

  public RedisTier(RedisSettings settings) {
    this.settings = settings;
    link = new RedisLink(settings, breaker);
    reads = new RedisReads(this::ask);
  }

  @Override
  public void start() {
    link.start();
  }

  @Override
  public boolean isUsable() {
    return breaker.isClosed() && link.isOpen();
  }

  @Override
  public void find(Generation generation, Flight flight, Consumer<Lookup> receiver) {
    if (!mayAsk() || reads.open() >= MAX_IN_FLIGHT) {
      receiver.accept(Lookup.ABSENT);
      return;
    }
    byte[] name = RedisValue.key(generation, flight);
    if (settings.isCluster()) {
      // Together with others a node that is away would spoil what the others say.
      ask(List.of(name), found -> receiver.accept(found.map(List::getFirst).orElse(Lookup.ABSENT)));
    } else {
      reads.find(name, receiver);
    }
  }

  @Override
  public void findAll(
      Generation generation, List<Flight> flights, Consumer<List<Lookup>> receiver) {
    if (!mayAsk()) {
      NONE.findAll(generation, flights, receiver);
      return;
    }
    List<byte[]> names = new ArrayList<>(flights.size());
    flights.forEach(flight -> names.add(RedisValue.key(generation, flight)));
    ask(
        names,
        found ->
            found.ifPresentOrElse(receiver, () -> NONE.findAll(generation, flights, receiver)));
  }

  @Override
  public void keep(Generation generation, Flight flight, Lookup.Found found) {
    if (mayAsk()) {
      byte[] name = RedisValue.key(generation, flight);
      RedisClusterAsyncCommands<byte[], byte[]> commands = link.commands();
      SetArgs expiry = SetArgs.Builder.px(settings.ttl().toMillis());
      await(() -> commands.set(name, RedisValue.encode(name, found.body()), expiry), (_, _) -> {});
    }
  }

  @Override
  public void close() {
    link.close();
  }

  private void ask(List<byte[]> names, Consumer<Optional<List<Lookup>>> receiver) {
    if (names.size() == 1) {
      byte[] name = names.getFirst();
      await(
          () -> link.commands().get(name),
          (value, failed) ->
              receiver.accept(
                  failed
                      ? Optional.empty()
                      : Optional.of(
                          List.of(
                              value == null ? Lookup.ABSENT : RedisValue.decode(name, value)))));
    } else {
      await(
          () -> link.commands().mget(names.toArray(byte[][]::new)),
          (values, failed) ->
              receiver.accept(
                  values == null || failed || values.size() != names.size()
                      ? Optional.empty()
                      : Optional.of(decode(names, values))));
    }
  }

  private boolean mayAsk() {
    return isUsable() && inFlight.get() < MAX_IN_FLIGHT;
  }

  /// Hands over the answer or that there was none in time, and tells the breaker.
  private <T> void await(
      Supplier<RedisFuture<T>> question, BiConsumer<@Nullable T, Boolean> receiver) {
    inFlight.incrementAndGet();
    var _ =
        asked(question)
            .toCompletableFuture()
            .orTimeout(settings.timeout().toMillis(), TimeUnit.MILLISECONDS)
            .whenComplete((value, failure) -> {
              inFlight.decrementAndGet();
              if (failure == null || isAboutOneKey(failure)) {
                breaker.succeeded();
              } else {
                breaker.failed();
              }
              receiver.accept(value, failure != null);
            });
  }

  private static <T> CompletionStage<T> asked(Supplier<RedisFuture<T>> question) {
    try {
      return question.get();
    } catch (RuntimeException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  /// A value of another type under our key, or no memory for a new one: Redis is well.
  private static boolean isAboutOneKey(Throwable failure) {
    String message = String.valueOf(failure.getMessage());
    return failure instanceof RedisCommandExecutionException
        && (message.startsWith("WRONGTYPE") || message.startsWith("OOM"));
  }

  private static List<Lookup> decode(List<byte[]> names, List<KeyValue<byte[], byte[]>> values) {
    return IntStream.range(0, names.size())
        .mapToObj(index -> {
          KeyValue<byte[], byte[]> value = values.get(index);
          return value.hasValue()
              ? RedisValue.decode(names.get(index), value.getValue())
              : Lookup.ABSENT;
        })
        .toList();
  }
}
