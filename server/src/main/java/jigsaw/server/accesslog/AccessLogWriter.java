package jigsaw.server.accesslog;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import jigsaw.catalog.settings.InvalidSettingException;
import jigsaw.server.http.AccessEntry;
import jigsaw.server.http.AccessLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes entries from the event loops and writes them on a thread of its own.
///
/// The queue is bounded and free of locks. The thread looks into it some times a second instead of
/// being woken, because waking somebody costs an event loop a system call. What finds the queue
/// full, or cannot be written, is dropped and counted.
public final class AccessLogWriter implements AccessLog, AutoCloseable {
  /// Entries that may wait; each is at most about a KiB.
  static final int MAX_WAITING = 8_192;

  private static final Logger LOG = LoggerFactory.getLogger(AccessLogWriter.class);
  private static final long LOOK_EVERY_MILLIS = 50;
  private static final int BATCH_BYTES = 64 * 1024;
  private static final Duration CLOSE_LIMIT = Duration.ofSeconds(2);

  private final AccessLogSettings settings;
  private final LineSink sink;
  private final Queue<AccessEntry> queue = new ConcurrentLinkedQueue<>();
  private final AtomicInteger waiting = new AtomicInteger();
  private final LongAdder lines = new LongAdder();
  private final LongAdder dropped = new LongAdder();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread thread;

  AccessLogWriter(AccessLogSettings settings, LineSink sink) {
    this.settings = settings;
    this.sink = sink;
    thread = Thread.ofPlatform().daemon().name("jigsaw-access-log").unstarted(this::run);
  }

  /// Opens the target and starts the thread.
  ///
  /// @throws InvalidSettingException if the file cannot be opened for writing
  public static AccessLogWriter start(AccessLogSettings settings, PrintStream standardOutput) {
    LineSink sink =
        switch (settings.target()) {
          case AccessLogSettings.Off _ -> new Stream(standardOutput);
          case AccessLogSettings.StandardOutput _ -> new Stream(standardOutput);
          case AccessLogSettings.InFile(var path) -> open(path);
        };
    AccessLogWriter writer = new AccessLogWriter(settings, sink);
    if (writer.isOn()) {
      writer.thread.start();
    }
    return writer;
  }

  private static LineSink open(Path path) {
    try {
      return new LogFile(path);
    } catch (IOException e) {
      throw new InvalidSettingException(
          AccessLogSettings.KEY, path.toString(), AccessLogSettings.EXPECTED + " (" + e + ")", e);
    }
  }

  @Override
  public boolean isOn() {
    return !(settings.target() instanceof AccessLogSettings.Off);
  }

  @Override
  public double sample() {
    return settings.sample();
  }

  @Override
  public void add(AccessEntry entry) {
    if (waiting.get() >= MAX_WAITING) {
      dropped.increment();
    } else {
      waiting.incrementAndGet();
      queue.add(entry);
    }
  }

  /// How many lines were written.
  public long lines() {
    return lines.sum();
  }

  /// How many entries were dropped.
  public long dropped() {
    return dropped.sum();
  }

  /// Writes what is still there and ends; no longer than two seconds, if nobody reads the lines.
  @Override
  public void close() {
    closed.countDown();
    if (!isOn()) {
      return;
    }
    try {
      thread.join(CLOSE_LIMIT);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    try (sink) {
      while (!closed.await(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
        drain();
      }
      drain();
    } catch (IOException e) {
      LOG.warn("The access log could not be closed: {}", e.toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// Writes everything that waits, a batch at a time.
  void drain() {
    while (waiting.get() > 0) {
      ByteArrayOutputStream batch = new ByteArrayOutputStream(BATCH_BYTES);
      int count = 0;
      AccessEntry entry = queue.poll();
      while (entry != null) {
        batch.writeBytes(AccessLine.of(entry, settings.format()).getBytes(StandardCharsets.UTF_8));
        count++;
        entry = batch.size() < BATCH_BYTES ? queue.poll() : null;
      }
      waiting.addAndGet(-count);
      write(batch.toByteArray(), count);
    }
  }

  private void write(byte[] batch, int count) {
    try {
      sink.write(batch);
      lines.add(count);
    } catch (IOException e) {
      dropped.add(count);
      LOG.warn("{} lines of the access log could not be written: {}", count, e.toString());
    }
  }

  /// A stream that stays open.
  private record Stream(PrintStream out) implements LineSink {
    @Override
    public void write(byte[] lines) throws IOException {
      out.write(lines, 0, lines.length);
      if (out.checkError()) {
        throw new IOException("nobody takes what is written to standard output");
      }
    }

    @Override
    public void close() {
      out.flush();
    }
  }
}
