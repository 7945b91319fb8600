package jigsaw.server.store;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import jigsaw.server.store.Lookup.Unavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The catalogue in MySQL or MariaDB. Follows the database's coming and going by itself.
public final class MySqlCatalogStore implements CatalogStore, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(MySqlCatalogStore.class);

  /// From this many products on a list has threads of its own: few, because reading, rendering and
  /// compressing one takes much memory and time, which small questions need not wait for.
  private static final int LARGE_LIST = 500;

  private final KeyReader reader = new KeyReader();
  private final ConnectionPool pool;
  private final JdbcExecutor executor;
  private final JdbcExecutor largeLists;
  private final RegisterWatch watch;
  private final Pulse pulse;
  private final CountDownLatch answered = new CountDownLatch(1);
  // Written by the watching thread.
  private volatile boolean reachable;

  public MySqlCatalogStore(StoreSettings settings) {
    pool = new ConnectionPool(settings);
    watch = new RegisterWatch(settings);
    pulse = new Pulse(System::nanoTime, watch::hurry, watch::suspect);
    executor = new JdbcExecutor("jigsaw-db-", settings.limits(), pool, pulse);
    largeLists = new JdbcExecutor("jigsaw-db-large-", settings.largeListLimits(), pool, pulse);
  }

  /// Begins to look for the database. `onLive` is told of every generation that goes live, on a
  /// thread of the store.
  public void start(Consumer<LiveCatalogue> onLive) {
    executor.start();
    largeLists.start();
    watch.start(new DatabaseState(onLive));
  }

  /// Waits until the database has answered once and what is live is known, no longer than `limit`.
  public void awaitReachable(Duration limit) throws InterruptedException {
    var _ = answered.await(limit.toMillis(), TimeUnit.MILLISECONDS);
  }

  public boolean isReachable() {
    return reachable;
  }

  public int connections() {
    return pool.activeConnections();
  }

  public int queueLength() {
    return executor.queue().length() + largeLists.queue().length();
  }

  /// Questions refused because too many waited, ever.
  public long queueRefusals() {
    return executor.queue().refusedCount() + largeLists.queue().refusedCount();
  }

  /// Questions given up because they waited too long for a database thread, ever.
  public long queueExpiries() {
    return executor.queue().expiredCount() + largeLists.queue().expiredCount();
  }

  @Override
  public void find(Generation generation, long key, Consumer<Lookup> receiver) {
    JdbcExecutor able = CatalogKey.count(key) < LARGE_LIST ? executor : largeLists;
    able.execute(
        CatalogKey.kind(key).isDocument()
            ? new DocumentJob(reader, generation, key, receiver)
            : new Question<>(
                session -> reader.find(session, generation, key), Unavailable::new, receiver));
  }

  @Override
  public void findAll(Generation generation, List<Long> keys, Consumer<List<Lookup>> receiver) {
    executor.execute(
        new Question<>(
            session -> reader.findAll(session, generation, keys),
            refusal -> keys.stream().<Lookup>map(_ -> new Unavailable(refusal)).toList(),
            receiver));
  }

  @Override
  public void close() {
    watch.close();
    executor.close();
    largeLists.close();
    pool.close();
  }

  /// What the register's watch tells, turned into what the executor does.
  private final class DatabaseState implements RegisterWatch.Listener {
    private final Consumer<LiveCatalogue> onLive;
    private Optional<LiveCatalogue> live = Optional.empty();
    private boolean complained;

    DatabaseState(Consumer<LiveCatalogue> onLive) {
      this.onLive = onLive;
    }

    @Override
    public void reachable(Optional<LiveCatalogue> found) {
      pulse.reply();
      if (!reachable) {
        pool.open();
        executor.open();
        largeLists.open();
        reachable = true;
        complained = false;
        LOG.info("The database answers");
      }
      if (found.isPresent() && !found.equals(live)) {
        live = found;
        Generation generation = found.get().generation();
        LOG.info("Generation {} is live: {} products", generation.tag(), generation.products());
        onLive.accept(found.get());
      }
      answered.countDown();
    }

    @Override
    public void unreachable(SQLException why) {
      if (reachable || !complained) {
        complained = true;
        LOG.warn("The database does not answer: {}", SqlFailures.describe(why));
      }
      reachable = false;
      pulse.lose();
      executor.shut();
      largeLists.shut();
      pool.close();
    }
  }
}
