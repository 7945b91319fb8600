package jigsaw.server.warmup;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jigsaw.server.cache.CacheSettings;
import jigsaw.server.cache.SharedCache;
import jigsaw.server.content.AnswerEncoder;
import jigsaw.server.http.HttpSettings;
import jigsaw.server.store.CatalogStore;
import jigsaw.server.store.Generation;
import jigsaw.server.store.LiveCatalogue;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sends the server requests of every kind before anybody else does, because the first thousands
/// cost several times what later ones do.
///
/// It happens once, for the first generation that goes live, on a thread of its own. It is bounded
/// in requests and in time and never fails the start: whatever happens, the end is told.
public final class WarmUp implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(WarmUp.class);
  private static final Pattern ID = Pattern.compile("\\{\"id\":(\\d+)");
  private static final int PAGES = 4;
  private static final int PAGE_LENGTH = 50;
  private static final Duration STOP_LIMIT = Duration.ofSeconds(2);

  private final WarmUpSettings settings;
  private final Parts parts;
  private final Runnable done;
  private final AtomicBoolean begun = new AtomicBoolean();
  private volatile boolean stopped;
  private volatile @Nullable Thread thread;
  // Owned by the thread.
  private long end;
  private int sent;

  /// `done` is told when the server is as warm as it gets.
  public WarmUp(WarmUpSettings settings, Parts parts, Runnable done) {
    this.settings = settings;
    this.parts = parts;
    this.done = done;
  }

  /// Everything that real requests meet.
  public record Parts(
      CatalogStore store,
      SharedCache shared,
      AnswerEncoder encoder,
      CacheSettings cache,
      HttpSettings http) {}

  /// Begins if nothing has begun yet. Does not wait for the end. Any thread.
  public void begin(LiveCatalogue live) {
    if (!begun.compareAndSet(false, true)) {
      return;
    }
    if (settings.requests() == 0) {
      done.run();
      return;
    }
    thread = Thread.ofPlatform().daemon().name("jigsaw-warm-up").start(() -> run(live));
  }

  /// Ends the practice and waits for that.
  @Override
  public void close() {
    stopped = true;
    Thread running = thread;
    if (running == null) {
      return;
    }
    try {
      running.join(STOP_LIMIT);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run(LiveCatalogue live) {
    long start = System.nanoTime();
    try {
      if (!parts.shared().equals(SharedCache.NONE)) {
        // Without Redis first: with it, its hits would spare the database all practice. Meanwhile
        // it is connected.
        end = start + settings.time().toNanos() / 2;
        practise(live, SharedCache.NONE, settings.requests() / 2);
      }
      end = start + settings.time().toNanos();
      practise(
          live, parts.shared().isUsable() ? parts.shared() : SharedCache.NONE, settings.requests());
      LOG.info(
          "Warm after {} requests of its own in {} ms",
          sent,
          Duration.ofNanos(System.nanoTime() - start).toMillis());
    } catch (IOException | RuntimeException e) {
      LOG.warn("Serving without having practised to the end: {}", e.toString());
    } finally {
      done.run();
    }
  }

  /// Goes on until `target` requests have been sent in all.
  private void practise(LiveCatalogue live, SharedCache shared, int target) throws IOException {
    try (PracticeServer server = PracticeServer.start(parts, shared);
        PracticeClient client = PracticeClient.connect(server.port(), settings.time())) {
      server.begin(live);
      List<String> ids = ids(client, live.generation());
      for (int turn = 0; !ids.isEmpty() && sent < target && inTime(); turn++) {
        int index = turn % ids.size();
        if (index == 0) {
          // What was asked before is a miss again.
          server.begin(live);
        }
        send(client, PracticeRequests.about(ids.get(index), ids.get(ids.size() / 2), turn + 1L));
      }
    }
  }

  /// Ids from all over the catalogue.
  private List<String> ids(PracticeClient client, Generation generation) throws IOException {
    Set<String> ids = new LinkedHashSet<>();
    long pages = generation.firstEmptyPage(PAGE_LENGTH) - 1;
    for (int i = 0; i < PAGES && inTime(); i++) {
      long page = 1 + i * pages / PAGES;
      Matcher matcher = ID.matcher(send(client, List.of(PracticeRequests.list(page, PAGE_LENGTH))));
      while (matcher.find()) {
        ids.add(matcher.group(1));
      }
    }
    return new ArrayList<>(ids);
  }

  private String send(PracticeClient client, List<PracticeRequest> requests) throws IOException {
    sent += requests.size();
    return client.exchange(requests);
  }

  private boolean inTime() {
    return !stopped && System.nanoTime() < end;
  }
}
