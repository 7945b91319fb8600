package jigsaw.loadtest.drive;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import jigsaw.loadtest.traffic.Request;

/// Keeps every n-th right body, up to a bound, to be compared when the load is over. Thread-safe.
public final class Samples {
  private static final int MOST = 500;

  private final int every;
  private final List<Sample> kept = new ArrayList<>(); // guarded by this
  private int seen; // guarded by this

  /// Nothing is kept yet.
  ///
  /// @param every 100 keeps one body of a hundred; 0 keeps none
  public Samples(int every) {
    this.every = every;
  }

  synchronized void offer(Exchange exchange) {
    if (every > 0 && seen++ % every == 0 && kept.size() < MOST) {
      kept.add(
          new Sample(
              exchange.request(),
              Arrays.copyOf(exchange.body(), exchange.length()),
              exchange.isGzip()));
    }
  }

  public synchronized List<Sample> kept() {
    return List.copyOf(kept);
  }

  /// A body as it came; never written to after construction.
  public static final class Sample {
    private final Request request;
    private final byte[] body;
    private final boolean gzip;

    Sample(Request request, byte[] body, boolean gzip) {
      this.request = request;
      this.body = body;
      this.gzip = gzip;
    }

    public Request request() {
      return request;
    }

    public byte[] body() {
      return body;
    }

    public boolean isGzip() {
      return gzip;
    }
  }
}
