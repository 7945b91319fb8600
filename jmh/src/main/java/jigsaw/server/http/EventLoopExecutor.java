package jigsaw.server.http;

import io.netty.util.concurrent.DefaultThreadFactory;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/// Runs benchmarks on threads of the kind that event loops are: Netty reuses its own objects only
/// there. JMH makes one by its name.
public final class EventLoopExecutor extends ThreadPoolExecutor {
  /// The JVM options that make JMH use it.
  static final String USE = "-Djmh.executor=CUSTOM";

  static final String NAME = "-Djmh.executor.class=jigsaw.server.http.EventLoopExecutor";

  public EventLoopExecutor(int threads, String prefix) {
    super(
        threads,
        threads,
        0,
        TimeUnit.SECONDS,
        new LinkedBlockingQueue<>(),
        new DefaultThreadFactory(prefix));
  }
}
