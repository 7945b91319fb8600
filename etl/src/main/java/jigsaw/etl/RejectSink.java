package jigsaw.etl;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import jigsaw.etl.csv.Reject;
import jigsaw.etl.csv.RejectsFile;

/// Keeps rejected lines, and stops the run as soon as there are too many. Safe for use by several
/// threads.
final class RejectSink implements Consumer<Reject> {
  private final RejectsFile file;
  private final RejectLimit limit;
  private final AtomicLong count = new AtomicLong();

  RejectSink(RejectsFile file, RejectLimit limit) {
    this.file = file;
    this.limit = limit;
  }

  @Override
  public void accept(Reject reject) {
    file.write(reject);
    if (limit.isExceededBy(count.incrementAndGet())) {
      throw new TooManyRejectsException(
          "too many rejected lines (--max-rejects); the last one is "
              + reject.file()
              + " line "
              + reject.line()
              + ": "
              + reject.reason());
    }
  }
}
