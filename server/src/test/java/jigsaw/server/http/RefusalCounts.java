package jigsaw.server.http;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// How often each thing was refused.
final class RefusalCounts implements RequestObserver {
  private final Map<Refusal, Integer> counts = new ConcurrentHashMap<>();

  int of(Refusal reason) {
    return counts.getOrDefault(reason, 0);
  }

  @Override
  public void answered(int route, int status, long bytes, long nanos) {}

  @Override
  public void opened() {}

  @Override
  public void closed() {}

  @Override
  public void refused(Refusal reason) {
    counts.merge(reason, 1, Integer::sum);
  }
}
