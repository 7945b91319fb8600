package jigsaw.server.cache;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import jigsaw.server.store.Lookup;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads single values, many with one question where it is busy: while some questions are under
/// way, names wait, and go together with the next one. What comes alone is asked alone at once.
/// Safe for use by several threads.
final class RedisReads {
  private static final Logger LOG = LoggerFactory.getLogger(RedisReads.class);
  private static final int MAX_QUESTIONS = 2;
  private static final int MAX_NAMES = 64;

  private final Asker asker;
  private final Queue<Read> waiting = new ConcurrentLinkedQueue<>();
  private final AtomicInteger open = new AtomicInteger();
  private final Semaphore questions = new Semaphore(MAX_QUESTIONS);

  RedisReads(Asker asker) {
    this.asker = asker;
  }

  /// Asks for values by name.
  interface Asker {
    /// The receiver gets what is there in the order of the names, or nothing if it could not be
    /// asked for; on any thread, and once.
    void ask(List<byte[]> names, Consumer<Optional<List<Lookup>>> receiver);
  }

  /// How many reads have no answer yet.
  int open() {
    return open.get();
  }

  /// The receiver gets [Lookup#ABSENT] as well if the value could not be asked for.
  void find(byte[] name, Consumer<Lookup> receiver) {
    open.incrementAndGet();
    waiting.add(new Read(name, receiver));
    askForThoseWaiting();
  }

  private void askForThoseWaiting() {
    while (!waiting.isEmpty() && questions.tryAcquire()) {
      List<Read> reads = takeWaiting(MAX_NAMES);
      if (reads.isEmpty()) {
        questions.release();
      } else {
        ask(reads);
      }
    }
  }

  private void ask(List<Read> reads) {
    asker.ask(
        reads.stream().map(read -> read.name).toList(),
        answer -> {
          questions.release();
          if (answer.isPresent()) {
            askForThoseWaiting();
            tell(reads, answer.get());
          } else {
            // Those who wait would only lose as much time again.
            List<Read> hopeless = new ArrayList<>(reads);
            hopeless.addAll(takeWaiting(Integer.MAX_VALUE));
            tell(hopeless, Collections.nCopies(hopeless.size(), Lookup.ABSENT));
          }
        });
  }

  private List<Read> takeWaiting(int most) {
    List<Read> reads = new ArrayList<>();
    while (reads.size() < most) {
      Read read = waiting.poll();
      if (read == null) {
        break;
      }
      reads.add(read);
    }
    return reads;
  }

  private void tell(List<Read> reads, List<Lookup> lookups) {
    open.addAndGet(-reads.size());
    for (int index = 0; index < reads.size(); index++) {
      try {
        reads.get(index).receiver.accept(lookups.get(index));
      } catch (RuntimeException e) {
        LOG.error("What Redis said could not be told", e);
      }
    }
  }

  /// A name, and who waits for its value.
  private static final class Read {
    private final byte[] name;
    private final Consumer<Lookup> receiver;

    Read(byte[] name, Consumer<Lookup> receiver) {
      this.name = name;
      this.receiver = receiver;
    }
  }
}
