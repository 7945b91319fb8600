package jigsaw.etl.row;

import java.util.concurrent.atomic.AtomicLong;

/// What has become of the lines of one file so far. One thread counts, any thread may look.
public final class FileCounts {
  private final CatalogFile file;
  private final AtomicLong lines = new AtomicLong();
  private final AtomicLong loaded = new AtomicLong();
  private final AtomicLong repaired = new AtomicLong();
  private final AtomicLong rejected = new AtomicLong();
  private final AtomicLong bytes = new AtomicLong();
  private final AtomicLong nanos = new AtomicLong();

  public FileCounts(CatalogFile file) {
    this.file = file;
  }

  public CatalogFile file() {
    return file;
  }

  /// All lines but the header.
  public long lines() {
    return lines.get();
  }

  /// Valid rows, the repaired ones among them.
  public long loaded() {
    return loaded.get();
  }

  public long repaired() {
    return repaired.get();
  }

  public long rejected() {
    return rejected.get();
  }

  /// How far the file has been read.
  public long bytes() {
    return bytes.get();
  }

  /// From the file's first line to its last; zero until that is read.
  public double seconds() {
    return nanos.get() / 1e9;
  }

  void add(int newlyLoaded, int newlyRepaired, int newlyRejected) {
    loaded.addAndGet(newlyLoaded);
    repaired.addAndGet(newlyRepaired);
    rejected.addAndGet(newlyRejected);
  }

  void position(long linesRead, long bytesRead) {
    lines.set(linesRead);
    bytes.set(bytesRead);
  }

  void finish(long elapsedNanos) {
    nanos.set(elapsedNanos);
  }
}
